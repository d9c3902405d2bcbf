package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.SelfVisit;
import java.util.List;

/**
 * What a patient could book now.
 *
 * @param ordered what was ordered, with what stands against it; perhaps empty
 * @param free    what needs no order; perhaps empty
 * @param invited whether doctor or desk gave the right to book what was ordered
 */
public record BookingChoices(List<SelfVisit> ordered, List<SelfVisit> free, boolean invited) {

    public BookingChoices {
        ordered = List.copyOf(ordered);
        free = List.copyOf(free);
    }

    /** What of the ordered visits can be booked without the phone. */
    public List<SelfVisit> open() {
        return ordered.stream().filter(SelfVisit::isOpen).toList();
    }

    /** What of the ordered visits cannot. */
    public List<SelfVisit> blocked() {
        return ordered.stream().filter(visit -> !visit.isOpen()).toList();
    }
}
