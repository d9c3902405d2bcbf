package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.util.UUID;

/**
 * Makes one phase of a visit longer or shorter; the phases behind it follow, and everybody and everything stays the same.
 *
 * @param appointmentId the visit; never null
 * @param version       the version the page showed
 * @param phase         place of the phase, from 1
 * @param minutes       how long the patient is in it then; 5 to 240 in fives
 * @param key           minted with the page, 16 to 64 characters; never null
 */
public record ResizeVisit(UUID appointmentId, int version, int phase, int minutes, String key) {

    /** The shortest phase, in minutes. */
    public static final int SHORTEST = 5;

    /** The longest phase, in minutes. */
    public static final int LONGEST = 240;

    /** Refuses a length that no phase can have. */
    void check() {
        if (minutes < SHORTEST || minutes > LONGEST || minutes % SHORTEST != 0) {
            throw VisitNotPossible.oddLength(SHORTEST, LONGEST);
        }
    }

    /** What was asked, as 64 hex digits. */
    String digest() {
        return Sha256.of("RESIZE " + appointmentId + " " + version + " " + phase + " " + minutes);
    }
}
