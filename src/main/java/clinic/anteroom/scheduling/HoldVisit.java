package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;

/**
 * Keeps a time for ten minutes while somebody makes up their mind (IHE: {@code $hold}).
 *
 * @param visit what would be booked, with the key of this hold; never null
 */
public record HoldVisit(BookVisit visit) {

    /** What was asked, as 64 hex digits. */
    String digest() {
        return Sha256.of("HOLD " + visit.digest());
    }
}
