package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Which kind of visit answers an order: the one that answers most of what this patient waits for, and of those the one
 * that does nothing beyond it. A patient with orders for EMG and nerve conduction comes once.
 */
final class VisitChoice {

    private VisitChoice() {
    }

    /**
     * @param test    code of the order that is being booked
     * @param waiting codes of all orders of this patient that wait, the one above included
     * @return empty if no visit on offer answers the test
     */
    static Optional<VisitType> of(String test, Set<String> waiting, Collection<VisitType> offered) {
        return offered.stream()
                .filter(visit -> visit.tests().contains(test))
                .min(Comparator.<VisitType>comparingLong(visit -> -visit.tests().stream().filter(waiting::contains).count())
                        .thenComparing(visit -> visit.tests().size())
                        .thenComparing(VisitType::code));
    }
}
