package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.calendar.CalendarEvent;
import clinic.anteroom.scheduling.calendar.CalendarFile;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Visits as calendar files: one for the desk to hand over, all of a patient's behind a secret address. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class CalendarService {

    private static final String FEED = "CalendarFeed";

    @Inject
    CalendarFeeds feeds;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The clinic's mail address, which calendars show as the organizer. */
    @Inject
    @ConfigProperty(name = "anteroom.clinic.mail", defaultValue = "desk@anteroom.example")
    String mail;

    /** The visit as a calendar file, or nothing for an id that names none. */
    public Optional<String> file(UUID appointmentId) {
        Optional<CalendarEvent> found = feeds.event(appointmentId);
        found.ifPresent(event -> audit.record(AuditedAction.VIEW, "Appointment", appointmentId, feeds.patientOf(appointmentId)));
        return found.map(event -> CalendarFile.of(event, feeds.clinic(), mail, time.now()));
    }

    /** The same for the patient it belongs to, and for a letter to that patient. */
    @PermitAll // Called by my visit and by the outbox, which have checked whose it is; HouseRulesTest keeps pages away.
    public Optional<String> fileForPatient(UUID appointmentId) {
        return file(appointmentId);
    }

    /** A new secret for the feed of the patient behind my visit; earlier ones end. It is told once and kept as a hash only. */
    @PermitAll // Called by my visit, which has checked whose it is; HouseRulesTest keeps pages away.
    public String openFeed(UUID patientId) {
        String secret = Secrets.next();
        feeds.close(patientId, time.now());
        feeds.open(patientId, Sha256.of(secret), time.now());
        audit.record(AuditedAction.CREATE, FEED, null, patientId);
        return secret;
    }

    /** Ends the feed of the patient behind my visit; ending it twice is ending it once. */
    @PermitAll // As above.
    public void closeFeed(UUID patientId) {
        feeds.close(patientId, time.now());
        audit.record(AuditedAction.UPDATE, FEED, null, patientId);
    }

    /** Whether an address of the patient's feed works now. */
    @PermitAll // As above.
    public boolean hasFeed(UUID patientId) {
        return feeds.isOpen(patientId);
    }

    /** Everything a patient has booked from a month ago on, called-off visits marked; nothing for a wrong or ended secret. */
    @PermitAll
    public Optional<String> feed(String secret) {
        return feeds.patientBehind(Sha256.of(secret))
                .map(patientId -> CalendarFile.feed(feeds.events(patientId, time.now()), feeds.clinic(), mail, time.now()));
    }
}
