package clinic.anteroom.scheduling;

import java.util.List;

/**
 * A page of visits.
 *
 * @param total  how many there are on all pages
 * @param visits those on this page, by start
 */
public record VisitPage(int total, List<Visit> visits) {

    public VisitPage {
        visits = List.copyOf(visits);
    }
}
