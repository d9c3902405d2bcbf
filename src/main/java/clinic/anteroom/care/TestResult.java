package clinic.anteroom.care;

import java.time.Instant;
import java.util.UUID;

/**
 * What came back for an order (FHIR: DiagnosticReport).
 *
 * @param id          its id
 * @param orderId     the order
 * @param test        BLOOD, EMG, NCS, CT or MRI
 * @param conclusion  what it says
 * @param fileName    name of the file with it; null if there is none
 * @param recordedBy  account that put it in
 * @param recordedAt  when
 * @param review      what a doctor made of it; null while nobody has read it
 */
public record TestResult(UUID id, UUID orderId, String test, String conclusion, String fileName, String recordedBy, Instant recordedAt, Review review) {

    /**
     * What a doctor made of a result.
     *
     * @param answered whether the test answered the question
     * @param useful   whether the flag was useful, looking back
     * @param by       account
     * @param at       when
     * @param words    more about it; null if there is nothing to add
     */
    public record Review(boolean answered, boolean useful, String by, Instant at, String words) {
    }
}
