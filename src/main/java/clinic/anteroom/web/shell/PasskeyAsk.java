package clinic.anteroom.web.shell;

import clinic.anteroom.access.PasskeyService.Owner;
import clinic.anteroom.access.proof.PasskeyCheck;
import jakarta.faces.context.FacesContext;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a page asks a passkey: the options of the browser's call as JSON (Web Authentication level 2), and the challenge, which the page's view keeps. */
final class PasskeyAsk {

    private static final String CHALLENGE = "passkey.challenge";
    private static final int TIMEOUT_MILLIS = 120_000;
    private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private PasskeyAsk() {
    }

    /** For setting one up. */
    static String create(FacesContext faces, Owner owner, String clinic, URI site) {
        JsonArrayBuilder kinds = Json.createArrayBuilder();
        ALGORITHMS.forEach(algorithm -> kinds.add(Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm)));
        return Json.createObjectBuilder().add("challenge", challenge(faces)).add("timeout", TIMEOUT_MILLIS)
                .add("rp", Json.createObjectBuilder().add("id", site.getHost()).add("name", clinic))
                .add("user", Json.createObjectBuilder().add("id", owner.handle()).add("name", owner.username()).add("displayName", owner.displayName()))
                .add("pubKeyCredParams", kinds).add("excludeCredentials", credentials(owner.credentials())).add("attestation", "none")
                .add("authenticatorSelection", Json.createObjectBuilder().add("residentKey", "required").add("requireResidentKey", true).add("userVerification", "required"))
                .build().toString();
    }

    /** For signing in; without credentials any passkey of this site will do. */
    static String get(FacesContext faces, List<String> credentials, URI site) {
        JsonObjectBuilder ask = Json.createObjectBuilder().add("challenge", challenge(faces)).add("timeout", TIMEOUT_MILLIS)
                .add("rpId", site.getHost()).add("userVerification", "required");
        return ask.add("allowCredentials", credentials(credentials)).build().toString();
    }

    /** What this page's passkey was asked to sign; each challenge is good for one answer. Empty if there is none. */
    static String taken(FacesContext faces) {
        Object challenge = faces.getViewRoot().getViewMap().remove(CHALLENGE);
        return challenge == null ? "" : challenge.toString();
    }

    private static String challenge(FacesContext faces) {
        Map<String, Object> view = faces.getViewRoot().getViewMap();
        return view.computeIfAbsent(CHALLENGE, none -> PasskeyCheck.challenge()).toString();
    }

    private static JsonArrayBuilder credentials(List<String> ids) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        ids.forEach(id -> all.add(Json.createObjectBuilder().add("type", "public-key").add("id", id)));
        return all;
    }
}
