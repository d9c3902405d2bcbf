package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.SelfVisit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a patient could book now.
 *
 * @param ordered what was ordered, with what stands against it; perhaps empty
 * @param picks   what needs no order, with what stands against it; perhaps empty
 * @param invited whether doctor or desk gave the right to book what was ordered
 */
public record BookingChoices(List<SelfVisit> ordered, List<SelfVisit> picks, boolean invited) {

    public BookingChoices {
        ordered = List.copyOf(ordered);
        picks = List.copyOf(picks);
    }

    /** What of the ordered visits can be booked without the phone. */
    public List<SelfVisit> open() {
        return ordered.stream().filter(SelfVisit::isOpen).toList();
    }

    /** What needs no order and can be booked without the phone. */
    public List<SelfVisit> free() {
        return picks.stream().filter(SelfVisit::isOpen).toList();
    }

    /** What of the ordered visits cannot, and what this patient is too young for; what is for others only is not told. */
    public List<SelfVisit> blocked() {
        return Stream.concat(ordered.stream().filter(visit -> !visit.isOpen()), picks.stream().filter(visit -> visit.blocked() == SelfVisit.Blocked.TOO_YOUNG)).toList();
    }
}
