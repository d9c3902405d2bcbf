package clinic.anteroom.myvisit;

import clinic.anteroom.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to get ready for a visit, what happens there, and what to mind afterwards: a document like the rules, in English and
 * French (clinical content 0.1, section 5). It is a draft and not signed off by a clinician.
 *
 * @param id         for example {@code EMG}; never null
 * @param version    1 or more
 * @param visitTypes codes of the kinds of visit it belongs to; never empty
 * @param why        never null
 * @param during     never null
 * @param after      never null
 * @param call       when to call; never null
 * @param steps      what to do before, the earliest first; never empty
 * @param source     where it stands; never null
 */
public record Preparation(String id, int version, Set<String> visitTypes, InTwoLanguages why, InTwoLanguages during, InTwoLanguages after,
                          InTwoLanguages call, List<Step> steps, String source) {

    private static final List<Preparation> ALL = read();

    /** The same in English and French. */
    public record InTwoLanguages(String english, String french) {

        /** In French for {@code fr}, in English for everything else. */
        public String in(String language) {
            return "fr".equals(language) ? french : english;
        }
    }

    /** Who acts. */
    public enum Who {
        PATIENT,
        /** The desk of the clinic. */
        DESK,
        DOCTOR
    }

    /** How one knows that a step is done. */
    public enum Proof {
        /** Its patient says so. */
        TICK,
        /** Its patient says so, and shows it on the day. */
        SHOWN,
        /** Its patient says so, or has looked at the safety answers again and nothing has changed. */
        SAFETY,
        /** Somebody at the clinic has put the questions before the scan, and nothing stands against it. */
        SCREENED,
        /** Nothing has to be settled before the order any more. */
        ORDER
    }

    /**
     * One thing to do.
     *
     * @param key         never changes its meaning; never null
     * @param who         who acts; never null
     * @param hoursBefore until when: so many hours before the visit begins
     * @param proof       how one knows that it is done; never null
     * @param stops       whether the visit may have to wait if it is missed; without it the visit takes place all the same
     * @param text        never null
     * @param ifMissed    what happens, or what to do, if it was not done; never null
     */
    public record Step(String key, Who who, int hoursBefore, Proof proof, boolean stops, InTwoLanguages text, InTwoLanguages ifMissed) {

        /** Whether the patient's word is enough. */
        public boolean isTicked() {
            return who == Who.PATIENT;
        }
    }

    /** The sheets of a kind of visit, in the order of the document; perhaps empty. */
    public static List<Preparation> of(String visitType) {
        return ALL.stream().filter(sheet -> sheet.visitTypes.contains(visitType)).toList();
    }

    /** Hours that a patient needs from hearing of an earlier time to being there: two days where there is something to prepare, else one. */
    public static int hoursNeeded(String visitType) {
        return of(visitType).isEmpty() ? 24 : 48;
    }

    /** Every sheet of this build. */
    static List<Preparation> all() {
        return ALL;
    }

    private static List<Preparation> read() {
        InputStream in = Preparation.class.getResourceAsStream("preparation.v2.json");
        if (in == null) {
            throw new IllegalStateException("There is no document preparation.v2.json.\nMaybe the build left it out.");
        }
        return JsonText.array(in).getValuesAs(JsonObject.class).stream().map(Preparation::sheet).toList();
    }

    private static Preparation sheet(JsonObject sheet) {
        JsonArray kinds = sheet.getJsonArray("visitTypes");
        return new Preparation(sheet.getString("id"), sheet.getInt("version"),
                kinds.getValuesAs(JsonString.class).stream().map(JsonString::getString).collect(Collectors.toUnmodifiableSet()),
                words(sheet, "why"), words(sheet, "during"), words(sheet, "after"), words(sheet, "call"),
                sheet.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                        .map(Preparation::step).toList(),
                sheet.getString("source"));
    }

    private static Step step(JsonObject step) {
        return new Step(step.getString("key"), Who.valueOf(step.getString("who")), step.getInt("hoursBefore"), Proof.valueOf(step.getString("proof")),
                step.getBoolean("stops"), words(step, "text"), words(step, "ifMissed"));
    }

    private static InTwoLanguages words(JsonObject object, String name) {
        JsonObject words = object.getJsonObject(name);
        return new InTwoLanguages(words.getString("en"), words.getString("fr"));
    }
}
