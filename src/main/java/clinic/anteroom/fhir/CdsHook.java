package clinic.anteroom.fhir;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the rules offer to other systems: one service for each hook, in version 2.0 of CDS Hooks. */
enum CdsHook {
    /** A patient's record is opened: what the answers suggest. */
    FLAGS("anteroom-flags", "patient-view"),
    /** A test is chosen: what to mind before it. */
    CHOICE("anteroom-order-select", "order-select"),
    /** Orders are about to be signed: the same. */
    SIGNATURE("anteroom-order-sign", "order-sign");

    /** What a client fetches beforehand, so that it need not open its own FHIR door for us. */
    static final String PREFETCH = "response";

    private static final String QUERY = "QuestionnaireResponse?subject=Patient/{{context.patientId}}&status=completed&_sort=-authored&_count=1";
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("clinic.anteroom.fhir.messages", Locale.ROOT, CdsHook.class.getClassLoader());

    private final String id;
    private final String hook;

    CdsHook(String id, String hook) {
        this.id = id;
        this.hook = hook;
    }

    /** The service with this id. */
    static Optional<CdsHook> of(String id) {
        return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    String hook() {
        return hook;
    }

    JsonObject described() {
        return Json.createObjectBuilder().add("hook", hook).add("id", id).add("title", TEXTS.getString("cds.title_" + name()))
                .add("description", TEXTS.getString("cds.about_" + name())).add("prefetch", Json.createObjectBuilder().add(PREFETCH, QUERY)).build();
    }
}
