package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The list of those who would come earlier. When a time is freed, a few of them are told; whoever uses the link first has
 * it, in one transaction with giving the old time back.
 */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WaitListService {

    @Inject
    WaitList list;

    @Inject
    Appointments appointments;

    @Inject
    Bookings bookings;

    @Inject
    EarlierTimes earlier;

    @Inject
    Searches searches;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    @Resource
    SessionContext session;

    /** Puts a booked visit on the list, or changes what was said before. Refuses with {@link AppointmentNotAhead}. */
    public void join(WaitFor command) {
        Appointment visit = appointments.getForChange(command.appointmentId());
        if (visit.status() != AppointmentStatus.BOOKED) {
            throw new AppointmentNotAhead(visit.status());
        }
        list.add(command, time.now());
        audit.record(AuditedAction.CREATE, "WaitListEntry", command.appointmentId(), visit.patientId());
    }

    /** Takes a visit off the list. */
    public void leave(UUID appointmentId) {
        list.leave(appointmentId, "LEFT");
        audit.record(AuditedAction.UPDATE, "WaitListEntry", appointmentId, appointments.get(appointmentId).patientId());
    }

    /**
     * Tells the next few about a time that is free: urgent first, then whoever waits longest. Nobody is told while an
     * earlier batch still thinks, so calling this often does no harm.
     *
     * @return who was told, with the secrets of their links; empty if nobody fits
     */
    public List<EarlierOffer> tellNext(String visitType, Instant start) {
        return earlier.tellNext(visitType, start);
    }

    /** Times that the desk has freed and not decided about, each with those who could have it, in the order in which they would be told. */
    public List<FreedTime> freed() {
        List<FreedTime> freed = earlier.toDecide();
        audit.viewed("Appointment", freed.stream().flatMap(one -> one.matches().stream())
                .collect(Collectors.toMap(FreedTime.Match::appointmentId, FreedTime.Match::patientId, (one, same) -> one)));
        return freed;
    }

    /** Tells the first few of those who could have a freed time; nobody if somebody else has decided meanwhile. */
    public List<EarlierOffer> tellFreed(UUID freedTime) {
        return earlier.tell(freedTime, session.getCallerPrincipal().getName());
    }

    /** Nobody is told of a freed time. */
    public void leaveFreed(UUID freedTime) {
        earlier.leave(freedTime, session.getCallerPrincipal().getName());
    }

    /** When the link's earlier time is, while the link still works; for a page with a button, because mail scanners open links. */
    @PermitAll
    public Optional<Instant> look(String secret) {
        return list.find(secret).filter(this::works).map(WaitList.Told::start);
    }

    /**
     * Moves the visit to the earlier time, with the same people where they are free. Refuses with {@link OfferGone}; the
     * visit then stays where it was.
     */
    @PermitAll
    public Booked take(String secret) {
        WaitList.Told told = list.lock(secret).filter(this::works).orElseThrow(OfferGone::new);
        UUID id = told.appointmentId();
        Appointment visit = appointments.getForChange(id);
        FreeTime free = searches.at(appointments.get(id), told.start(), told.person()).orElseThrow(OfferGone::new);
        Plan plan = bookings.planAgain(id, visit, Booker.DESK, new MoveVisit(id, 0, free.start(), free.chosen(), secret));
        Instant before = visit.startsAt();
        visit.moveTo(plan.whole(), time.zone());
        appointments.flush();
        bookings.take(id, visit, plan);
        list.close(told);
        // Where two visits of one kind and time were called off, the other one's time is still free for those who were told.
        list.others(told, visit.visitType()).stream().filter(other -> searches.at(appointments.get(other.appointmentId()), other.start(), other.person()).isEmpty()).forEach(list::gone);
        list.leave(id, "SERVED");
        audit.record(AuditedAction.UPDATE, "Appointment", id, visit.patientId());
        events.fire(new AppointmentMoved(id, visit.patientId(), plan.start(), before));
        return appointments.get(id);
    }

    private boolean works(WaitList.Told told) {
        return told.status().equals("OPEN") && told.endsAt().isAfter(time.now());
    }
}
