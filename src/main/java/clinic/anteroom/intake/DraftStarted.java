package clinic.anteroom.intake;

import java.util.UUID;

/**
 * A new form.
 *
 * @param responseId the form; never null
 * @param key        the secret that opens it: kept by the patient's browser and nowhere else; never null
 */
public record DraftStarted(UUID responseId, String key) {

    /** Hides the key: records end up in logs. */
    @Override
    public String toString() {
        return "draft " + responseId;
    }
}
