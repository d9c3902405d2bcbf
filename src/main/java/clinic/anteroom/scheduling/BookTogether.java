package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Sha256;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Books several visits of one patient, all of them or none.
 *
 * @param kind   whether they are legs of one thing or a series; never null
 * @param visits in order, 2 to 52, all of one patient; a leg begins when the one before has ended. Their own keys are not used
 * @param key    minted with the page, 16 to 64 characters; never null
 */
public record BookTogether(Kind kind, List<BookVisit> visits, String key) {

    /** Why visits belong together. */
    public enum Kind {
        /** One makes sense only with the other. */
        LEGS,
        /** The same visit again and again. */
        SERIES
    }

    private static final int MOST = 52;

    public BookTogether {
        visits = List.copyOf(visits);
        if (visits.size() < 2 || visits.size() > MOST || visits.stream().map(BookVisit::patientId).distinct().count() != 1) {
            throw new IllegalArgumentException(visits.size() + " visits together.\nMaybe they are of different patients; 2 to " + MOST
                    + " of one patient can be booked together.");
        }
    }

    /** What was asked, as 64 hex digits. */
    String digest() {
        return Sha256.of(kind + visits.stream().map(BookVisit::digest).collect(Collectors.joining(" ")));
    }
}
