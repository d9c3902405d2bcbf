package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.intake.SafetyAnswer;
import clinic.anteroom.intake.SafetyAnswerService;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.CalendarService;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.scheduling.SelfOffer;
import clinic.anteroom.scheduling.StepVisit;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything a patient sees and does about booked visits. The key of a session is the proof; somebody else's visit answers
 * like one that is not there.
 */
@Stateless
@PermitAll // The key of the session is the proof.
public class MyVisitService {

    /** From so long before the visit on the safety answers are asked for again. */
    static final Duration NEAR = Duration.ofDays(7);
    private static final int LONGEST = 1000;

    @Inject
    Proofs proofs;

    @Inject
    PatientBookingService booking;

    @Inject
    SafetyAnswerService safetyAnswers;

    @Inject
    CalendarService calendar;

    @Inject
    VisitNotes notes;

    @Inject
    VisitAnswerService answers;

    @Inject
    PatientTasks tasks;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Everything, the next one first. Refuses with {@link SessionEnded}. */
    public List<MyVisit> all(String key) {
        Proofs.Proof proof = proofs.of(key);
        return booking.visits(proof.patientId()).stream().map(booked -> visit(proof, booked)).toList();
    }

    /** One visit. */
    public MyVisit get(String key, UUID appointmentId) {
        Proofs.Proof proof = proofs.of(key);
        return visit(proof, booking.get(proof.patientId(), appointmentId));
    }

    private MyVisit visit(Proofs.Proof proof, Booked booked) {
        UUID patientId = proof.patientId();
        List<Preparation> sheets = Preparation.of(booked.visitType());
        return new MyVisit(booked, booking.changeOf(patientId, booked.appointmentId()), notes.prepared(List.of(booked.appointmentId())).get(0).steps(time.now()), sheets,
                booking.together(patientId, booked.appointmentId()),
                proof.everything() ? safetyState(booked) : MyVisit.SafetyState.NONE);
    }

    private MyVisit.SafetyState safetyState(Booked booked) {
        Optional<Boolean> said = notes.safety(booked.appointmentId());
        if (said.isPresent()) {
            return said.get() ? MyVisit.SafetyState.CONFIRMED : MyVisit.SafetyState.CHANGED;
        }
        if (notes.form(booked.appointmentId()).isEmpty() || booked.status() != AppointmentStatus.BOOKED) {
            return MyVisit.SafetyState.NONE;
        }
        return time.now().isBefore(booked.start().minus(NEAR)) ? MyVisit.SafetyState.LATER : MyVisit.SafetyState.DUE;
    }

    /** Ticks a step of the preparation, or takes the tick away; what the clinic has to do is not ticked. */
    public void tick(String key, UUID appointmentId, String sheet, String step, boolean done) {
        UUID patientId = proofs.of(key).patientId();
        Booked booked = booking.get(patientId, appointmentId);
        boolean known = Preparation.of(booked.visitType()).stream().anyMatch(one -> one.id().equals(sheet)
                && one.steps().stream().anyMatch(each -> each.isTicked() && each.key().equals(step)));
        if (known) {
            notes.tick(appointmentId, sheet, step, done, time.now());
            audit.record(AuditedAction.UPDATE, "Appointment", appointmentId, patientId);
        }
    }

    /** What the form says about what makes the tests of this visit safe; empty if there is no form behind it. */
    public List<SafetyAnswer> safety(String key, UUID appointmentId) {
        UUID patientId = proofs.everythingOf(key);
        booking.get(patientId, appointmentId);
        return notes.form(appointmentId).map(form -> safetyAnswers.of(form.responseId(), form.tests())).orElse(List.of());
    }

    /**
     * The answers were looked at again.
     *
     * @param words what has changed; needed unless all is still true
     * @throws WordsRefused if it is missing or too long (field {@code change})
     */
    public void confirmSafety(String key, UUID appointmentId, boolean stillTrue, String words) {
        UUID patientId = proofs.everythingOf(key);
        booking.get(patientId, appointmentId);
        String kept = stillTrue ? null : WordsRefused.checked("change", words, LONGEST, true);
        UUID id = notes.addSafety(appointmentId, stillTrue, kept, time.now());
        if (!stillTrue) {
            tasks.raise(PatientTask.Kind.SAFETY_CHANGED, patientId, appointmentId, id, true, time.now());
        }
        audit.record(AuditedAction.UPDATE, "Appointment", appointmentId, patientId);
    }

    /** Another time; the old one is kept until the new one is taken. Refuses with {@link AnswersRefused} or {@link AskedFirst} while questions are open. */
    public Booked move(String key, MoveVisit command) {
        answers.checkMove(key, command.appointmentId());
        return booking.move(proofs.of(key).patientId(), command);
    }

    /** Calls off one visit, or with {@code together} everything that belongs to it. */
    public List<Booked> cancel(String key, CancelVisit command, boolean together) {
        return booking.cancel(proofs.of(key).patientId(), command, together);
    }

    /** The patient comes, and says so: the answer to a reminder. */
    public void comes(String key, UUID appointmentId) {
        booking.comes(proofs.of(key).patientId(), appointmentId);
    }

    /** The patient is in the house. */
    public Booked checkIn(String key, StepVisit command) {
        return booking.checkIn(proofs.of(key).patientId(), command);
    }

    /** Would come earlier, with so many hours to get ready. */
    public void join(String key, UUID appointmentId, int leadHours) {
        booking.join(proofs.of(key).patientId(), appointmentId, Math.max(0, Math.min(336, leadHours)));
    }

    /** Would not come earlier any more. */
    public void leave(String key, UUID appointmentId) {
        booking.leave(proofs.of(key).patientId(), appointmentId);
    }

    /** Earlier times that can be taken now. */
    public List<SelfOffer> offers(String key) {
        return booking.offers(proofs.of(key).patientId());
    }

    /** Takes an earlier time. */
    public Booked take(String key, UUID offerId) {
        return booking.takeOffer(proofs.of(key).patientId(), offerId);
    }

    /** The visit as a calendar file. */
    public String calendarFile(String key, UUID appointmentId) {
        UUID patientId = proofs.of(key).patientId();
        booking.get(patientId, appointmentId);
        return calendar.fileForPatient(appointmentId).orElseThrow();
    }
}
