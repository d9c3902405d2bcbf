package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Times a patient can choose from.
 *
 * @param visit   the kind of visit, as long as this patient needs it; never null
 * @param first   the first free time with anybody; null if there is none as far as one may book
 * @param people  who could be asked for, each with the first free time with them, the earliest first
 * @param days    free times of the two weeks looked at, by date, with everybody named; a day without any is left out
 * @param from    first day of the two weeks; never null
 * @param last    the last day that patients book without the phone; never null
 */
public record SelfTimes(VisitType visit, FreeTime first, List<WithPerson> people, Map<LocalDate, List<FreeTime>> days, LocalDate from, LocalDate last) {

    /** Somebody, and when they are free first. */
    public record WithPerson(UUID id, String name, FreeTime first) {
    }

    public SelfTimes {
        people = List.copyOf(people);
    }
}
