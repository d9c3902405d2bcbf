package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells those who would come earlier about times that became free, a few at a time; or asks the desk whether to. */
@ApplicationScoped
class EarlierTimes {

    /** How many are told at once, and how long they have before the next ones are told. */
    static final int BATCH = 3;
    static final Duration PACE = Duration.ofHours(2);
    /** Whether the people of a visit are free is looked up for so many at most, within the transaction that frees the time. */
    private static final int LOOKED_AT = 30;
    /** How many of those who could have a freed time are shown to the desk. */
    private static final int LISTED = 5;

    @Inject
    WaitList list;

    @Inject
    Appointments appointments;

    @Inject
    Searches searches;

    @Inject
    VisitTypes visitTypes;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Inject
    FreedTimes freedTimes;

    /** {@code ask}: the desk says of each time that it frees whether it is told; {@code tell}: all are told at once. */
    @Inject
    @ConfigProperty(name = "anteroom.waitlist.desk", defaultValue = "ask")
    String deskTells;

    /** Minutes before the start within which nobody is told any more. */
    @Inject
    @ConfigProperty(name = "anteroom.waitlist.lead", defaultValue = "30")
    int leadMinutes;

    /** A visit was called off: in the same transaction its time is told or becomes work for the desk, so that no freed time is forgotten. */
    void freed(@Observes AppointmentCancelled cancelled) {
        Booked gone = appointments.get(cancelled.appointmentId());
        free(gone, gone.start());
    }

    /** A visit was moved: the same for its old time, unless it only moved within it. */
    void freed(@Observes AppointmentMoved moved) {
        if (!moved.from().equals(moved.start())) {
            free(appointments.get(moved.appointmentId()), moved.from());
        }
        freedTimes.takenAgain(moved.appointmentId(), time.now());
    }

    /** Somebody did not come: the same for what is left of their time. Who comes after all has it again. */
    void missed(@Observes AppointmentStepped stepped) {
        if (stepped.status() == AppointmentStatus.NOSHOW) {
            Booked gone = appointments.get(stepped.appointmentId());
            new ClinicDay(time.today(), time.zone()).grid(visitTypes.get(gone.visitType()).gridMinutes())
                    .filter(start -> !start.isBefore(soonest()) && start.isBefore(gone.end())).findFirst()
                    .ifPresent(start -> free(gone, start));
        } else {
            freedTimes.takenAgain(stepped.appointmentId(), time.now());
        }
    }

    /** What patients free is told at once; of what the desk frees, somebody of the desk says whether it is told. */
    private void free(Booked left, Instant start) {
        if (audit.isPatient() || deskTells.equals("tell")) {
            tellNext(left.visitType(), start);
        } else if (!start.isBefore(soonest()) && !list.candidates(left.visitType(), start, time.now(), 1).isEmpty()) {
            freedTimes.add(left.appointmentId(), left.visitType(), start, time.now());
        }
    }

    /** Nobody is called for a time that begins before they can be here. */
    private Instant soonest() {
        return time.now().plus(Duration.ofMinutes(leadMinutes));
    }

    /** What the desk has to decide about, each time with those who could have it now; people who are not free then are left out. */
    List<FreedTime> toDecide() {
        list.dropOff(new ClinicDay(time.today(), time.zone()).whole().end());
        return freedTimes.open(soonest()).stream().map(row -> new FreedTime(row.id(), row.visitType(), row.visitName(), row.start(), row.freedAt(),
                list.matches(fitting(row.visitType(), row.start(), LISTED)))).toList();
    }

    /** Told by the desk. */
    List<EarlierOffer> tell(UUID freedTime, String by) {
        FreedTimes.Row row = freedTimes.open(soonest()).stream().filter(one -> one.id().equals(freedTime)).findFirst().orElse(null);
        return row != null && freedTimes.settle(freedTime, "TOLD", by, time.now()) ? tellNext(row.visitType(), row.start()) : List.of();
    }

    /** Nobody is told; whoever books it has it. */
    void leave(UUID freedTime, String by) {
        freedTimes.settle(freedTime, "LEFT", by, time.now());
    }

    /** Batches whose time to think is over are followed by the next ones; offers whose time is gone end. */
    void goOn() {
        list.unanswered(time.now()).forEach(freed -> tellNext(freed.visitType(), freed.start()));
    }

    /**
     * Tells the next few; nobody while an earlier batch still thinks, and nobody of a time too near to come. Two visits of one kind and time that are
     * called off at once wait for each other here, so that nobody is told twice.
     */
    List<EarlierOffer> tellNext(String visitType, Instant start) {
        Instant now = time.now();
        list.dropOff(new ClinicDay(time.today(), time.zone()).whole().end());
        list.awaitTurn(visitType, start);
        if (start.isBefore(soonest()) || !start.isAfter(now) || list.isOpen(visitType, start, now)) {
            return List.of();
        }
        int batch = list.nextBatch(visitType, start);
        return fitting(visitType, start, BATCH).stream().map(waiting -> tell(waiting, start, batch, now)).toList();
    }

    /** Who could really have the time, one place for each patient, at most so many. */
    private List<WaitList.Waiting> fitting(String visitType, Instant start, int atMost) {
        List<WaitList.Waiting> fitting = new ArrayList<>();
        Set<UUID> patients = new HashSet<>();
        for (WaitList.Waiting waiting : list.candidates(visitType, start, time.now(), LOOKED_AT)) {
            if (fitting.size() < atMost && !patients.contains(waiting.patientId())
                    && searches.at(appointments.get(waiting.appointmentId()), start, waiting.person()).isPresent()) {
                fitting.add(waiting);
                patients.add(waiting.patientId());
            }
        }
        return fitting;
    }

    private EarlierOffer tell(WaitList.Waiting waiting, Instant start, int batch, Instant now) {
        Instant end = start.isBefore(now.plus(PACE)) ? start : now.plus(PACE);
        EarlierOffer offer = new EarlierOffer(NewId.next(), waiting.entryId(), waiting.appointmentId(), waiting.patientId(), start, end,
                Secrets.next());
        list.tell(offer, batch, now);
        audit.record(AuditedAction.CREATE, "WaitListOffer", offer.offerId(), waiting.patientId());
        events.fire(new EarlierOfferMade(offer));
        return offer;
    }
}
