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
import java.util.List;

/** Tells those who would come earlier about times that became free, a few at a time. */
@ApplicationScoped
class EarlierTimes {

    /** How many are told at once, and how long they have before the next ones are told. */
    static final int BATCH = 3;
    static final Duration PACE = Duration.ofHours(2);
    /** Whether the people of a visit are free is looked up for so many at most, within the transaction that frees the time. */
    private static final int LOOKED_AT = 30;

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

    /** A visit was called off: its time is told in the same transaction, so that no freed time is forgotten. */
    void freed(@Observes AppointmentCancelled cancelled) {
        Booked gone = appointments.get(cancelled.appointmentId());
        tellNext(gone.visitType(), gone.start());
    }

    /** A visit was moved: its old time is told, unless it only moved within it. */
    void freed(@Observes AppointmentMoved moved) {
        if (!moved.from().equals(moved.start())) {
            tellNext(appointments.get(moved.appointmentId()).visitType(), moved.from());
        }
    }

    /** Somebody did not come: what is left of their time is told to those who can come at once. */
    void missed(@Observes AppointmentStepped stepped) {
        if (stepped.status() == AppointmentStatus.NOSHOW) {
            Booked gone = appointments.get(stepped.appointmentId());
            new ClinicDay(time.today(), time.zone()).grid(visitTypes.get(gone.visitType()).gridMinutes())
                    .filter(start -> start.isAfter(time.now()) && start.isBefore(gone.end())).findFirst()
                    .ifPresent(start -> tellNext(gone.visitType(), start));
        }
    }

    /** Batches whose time to think is over are followed by the next ones; offers whose time is gone end. */
    void goOn() {
        list.unanswered(time.now()).forEach(freed -> tellNext(freed.visitType(), freed.start()));
    }

    /** Tells the next few; nobody while an earlier batch still thinks. */
    List<EarlierOffer> tellNext(String visitType, Instant start) {
        Instant now = time.now();
        list.dropOff(new ClinicDay(time.today(), time.zone()).whole().end());
        if (!start.isAfter(now) || list.isOpen(visitType, start, now)) {
            return List.of();
        }
        int batch = list.nextBatch(visitType, start);
        List<EarlierOffer> told = new ArrayList<>();
        for (WaitList.Waiting waiting : list.candidates(visitType, start, now, LOOKED_AT)) {
            if (told.size() < BATCH && searches.at(appointments.get(waiting.appointmentId()), start, waiting.person()).isPresent()) {
                told.add(tell(waiting, start, batch, now));
            }
        }
        return told;
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
