package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What is offered to somebody whose time has just gone: the clinic's next times, less those at which the patient is busy. */
@ApplicationScoped
class OtherTimes {

    /** So many are looked for, that three are left when the patient's own visits are taken off. */
    private static final int POOL = 12;
    /** Days that are looked at first. */
    private static final int SOON = 13;

    @Inject
    Searches searches;

    @Inject
    Occupancies occupancies;

    @Inject
    SharedTimes shared;

    @Inject
    VisitTypes visitTypes;

    @Inject
    ClinicTime time;

    /** At most this many, from the wished day on: who asked for next Tuesday is not helped by tomorrow. Perhaps fewer. */
    List<FreeTime> insteadOf(BookVisit wanted, int atMost) {
        LocalDate day = LocalDate.ofInstant(wanted.start(), time.zone());
        List<FreeTime> pool = shared.of(new SharedTimes.Question(wanted.visitType(), wanted.needs(), day), () -> pool(wanted, day));
        if (pool.isEmpty()) {
            return List.of();
        }
        TimeRange all = new TimeRange(pool.get(0).start(), pool.get(pool.size() - 1).end());
        List<TimeRange> busy = occupancies.busy(all, List.of(wanted.patientId()), null).values().stream().flatMap(List::stream).toList();
        VisitType visit = visitTypes.get(wanted.visitType(), wanted.needs());
        TimeRange lost = TimeRange.startingAt(wanted.start(), visit.length());
        return pool.stream()
                .filter(free -> busy.stream().noneMatch(range(free)::overlaps))
                .filter(free -> !(range(free).overlaps(lost) && free.casting().stream().anyMatch(casted -> wanted.chosen().containsValue(casted.resourceId()))))
                .limit(atMost).toList();
    }

    /** Most clinics have a dozen free times within two weeks; only where this one has not, everything is read. */
    private List<FreeTime> pool(BookVisit wanted, LocalDate day) {
        List<FreeTime> soon = pool(wanted, day, day.plusDays(SOON));
        return soon.size() == POOL ? soon : pool(wanted, day, null);
    }

    private List<FreeTime> pool(BookVisit wanted, LocalDate day, LocalDate last) {
        FindTimes question = FindTimes.forPatient(wanted.visitType(), Timetables.ANYBODY).between(day, last);
        return TimeFinder.find(searches.of(question, visitTypes.get(wanted.visitType()), wanted.needs(), Timetables.ANYBODY, null), POOL).times();
    }

    private static TimeRange range(FreeTime free) {
        return new TimeRange(free.start(), free.end());
    }
}
