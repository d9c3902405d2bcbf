package clinic.anteroom.notify;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was sent, what is queued and what failed: on the visit, for its patient, and for the administrator. */
@Stateless
public class LetterService {

    private static final String ENTITY = "Communication";

    @Inject
    LetterLog log;

    @Inject
    MyVisitService visits;

    @Inject
    PatientTaskService tasks;

    @Inject
    Tellings tellings;

    @Inject
    LetterWriter writer;

    @Inject
    Outbox outbox;

    @Inject
    ClinicTime time;

    @Inject
    AuditService audit;

    /** Letters about one visit, the newest first. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<LetterState> ofVisit(UUID appointmentId) {
        List<LetterState> letters = log.ofVisit(appointmentId);
        audit.viewed(ENTITY, log.patientsOf(letters));
        return letters;
    }

    /** How the patient is told of what was just done to the visit; empty if nothing waits to be told, or nothing was done for a while. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public Optional<Telling> telling(UUID appointmentId) {
        Optional<Telling> telling = tellings.of(appointmentId, time.now());
        telling.ifPresent(one -> audit.record(AuditedAction.VIEW, ENTITY, null, one.patientId()));
        return telling;
    }

    /**
     * Has the letter about the visit leave another way, after a new grace; or not at all.
     *
     * @param channel how, or null for not at all
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void tell(UUID appointmentId, Channel channel) {
        tellings.of(appointmentId, time.now()).filter(telling -> channel == null || telling.ways().contains(channel)).ifPresent(telling -> {
            tellings.choose(appointmentId, telling, channel, time.now());
            tasks.phoneNoMore(telling.patientId(), appointmentId);
            audit.record(AuditedAction.UPDATE, ENTITY, null, telling.patientId());
        });
    }

    /** Has the patient told this way of what was just done to the visit; a letter that is not there any more, or has left, is not sent again. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public void tell(UUID appointmentId, TellWay way) {
        Instant now = time.now();
        UUID patientId = tellings.patientOf(appointmentId).orElseThrow(() -> new IllegalArgumentException("No visit " + appointmentId + ".\nMaybe it is locked away."));
        tellings.of(appointmentId, now).ifPresent(telling -> {
            boolean letter = (way == TellWay.NOW || way == TellWay.LATER) && !telling.ways().isEmpty();
            Channel channel = !letter ? null : telling.channel() == null ? telling.ways().get(0) : telling.channel();
            tellings.choose(appointmentId, telling, channel, now, way == TellWay.NOW ? now : now.plus(VisitLetters.GRACE));
        });
        if (way == TellWay.PHONE) {
            tasks.phone(patientId, appointmentId);
        } else {
            tasks.phoneNoMore(patientId, appointmentId);
        }
        audit.record(AuditedAction.UPDATE, ENTITY, null, patientId);
    }

    /** Whether somebody still has to phone the patient about the visit. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public boolean isToPhone(UUID appointmentId) {
        return tasks.isToPhone(appointmentId);
    }

    /** What the patients of these visits would read if they were called off now, in the order given; one that is gone or locked is left out. */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public List<LetterPreview> ifCalledOff(List<UUID> appointmentIds) {
        List<LetterPreview> previews = appointmentIds.stream().flatMap(id -> tellings.patientOf(id).map(patientId -> preview(id, patientId)).stream()).toList();
        audit.viewed("Appointment", previews.stream().collect(Collectors.toMap(LetterPreview::appointmentId, LetterPreview::patientId, (one, same) -> one)));
        return previews;
    }

    private LetterPreview preview(UUID appointmentId, UUID patientId) {
        List<Channel> ways = tellings.ways(patientId);
        Optional<Letter> letter = ways.contains(Channel.EMAIL) && outbox.isTold(appointmentId) ? writer.ifCalledOff(appointmentId, patientId) : Optional.empty();
        return new LetterPreview(appointmentId, patientId, letter.map(Letter::subject).orElse(null), letter.map(Letter::text).orElse(null), ways);
    }

    /** The same for the visit's patient; refuses somebody else's visit like one that is not there. */
    @PermitAll // The key of the session is the proof.
    public List<LetterState> mine(String key, UUID appointmentId) {
        visits.get(key, appointmentId);
        return log.ofVisit(appointmentId);
    }

    /**
     * A mail came back later. One that never left, or an id that names none, changes nothing.
     *
     * @return whether it was a letter of ours
     */
    @PermitAll // The bounce hook has checked its token.
    public boolean bounced(UUID letterId) {
        Optional<Object[]> letter = log.patientOf(letterId);
        letter.ifPresent(row -> {
            log.bounced(letterId);
            UUID patientId = Rows.id(row[0]);
            audit.record(AuditedAction.UPDATE, ENTITY, letterId, patientId);
            if (patientId != null) {
                tasks.bounced(patientId, Rows.id(row[1]), letterId);
            }
        });
        return letter.isPresent();
    }
}
