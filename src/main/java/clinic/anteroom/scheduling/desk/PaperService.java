package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything the desk writes that is not a booking: notes, alerts, answers, places, blocked time, saved columns. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class PaperService {

    @Inject
    Papers papers;

    @Inject
    BookingService bookings;

    @Inject
    DayListService lists;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Writes on a visit; null or blank takes the note off. */
    public void note(UUID visit, String words) {
        papers.note(visit, orNull(words), me(), time.now());
        changed(visit);
    }

    /** Writes on the patient of a visit, so on every visit of theirs; null or blank takes it off. */
    public void alert(UUID visit, String words) {
        papers.alert(changed(visit), orNull(words), me(), time.now());
    }

    /** ASKED, CONFIRMED or NO_ANSWER; null takes it back. */
    public void answer(UUID visit, String answer) {
        papers.answer(visit, answer, me(), time.now());
        changed(visit);
    }

    /** ROOM or DOCTOR; null for back to the waiting room. */
    public void place(UUID visit, String place) {
        papers.place(visit, place, me(), time.now());
        changed(visit);
    }

    /** Pins a note over a day. */
    public void pin(LocalDate date, String words) {
        papers.pin(date, words.strip(), me(), time.now());
    }

    /** Takes it down. */
    public void unpin(UUID note) {
        papers.unpin(note, time.now());
    }

    /** Closes time. */
    public void block(BlockTime command) {
        papers.block(command, me());
        command.resources().forEach(resource -> audit.record(AuditedAction.CREATE, "Schedule", resource, null));
    }

    /** What is blocked of somebody or something and not over, by its beginning. */
    public List<BlockedTime> blocked(UUID resource) {
        return papers.blocked(resource, time.now());
    }

    /** Opens it again; the time of a list as {@link DayListService#close} does. */
    public void unblock(UUID block) {
        if (lists.is(block)) {
            lists.close(block);
            return;
        }
        papers.unblock(block);
        audit.record(AuditedAction.UPDATE, "Schedule", block, null);
    }

    /** Saves columns under a name, in place of what had that name. */
    public void group(String name, List<UUID> columns) {
        papers.group(name.strip(), columns);
    }

    /** Who changed the visit and when, the newest first. */
    public List<VisitChange> changes(UUID visit) {
        audit.record(AuditedAction.VIEW, "Appointment", visit, bookings.get(visit).patientId());
        return papers.changes(visit);
    }

    /** Forgets a saved set. */
    public void ungroup(UUID group) {
        papers.ungroup(group);
    }

    private UUID changed(UUID visit) {
        UUID patient = bookings.get(visit).patientId();
        audit.record(AuditedAction.UPDATE, "Appointment", visit, patient);
        return patient;
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }

    private static String orNull(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
