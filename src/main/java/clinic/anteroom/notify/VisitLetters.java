package clinic.anteroom.notify;

import clinic.anteroom.myvisit.CodeAsked;
import clinic.anteroom.myvisit.InvitationMade;
import clinic.anteroom.myvisit.MessageSent;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.scheduling.AppointmentBooked;
import clinic.anteroom.scheduling.AppointmentCancelled;
import clinic.anteroom.scheduling.AppointmentMoved;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.AppointmentStepped;
import clinic.anteroom.scheduling.EarlierOfferMade;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Hears what happened to visits and puts the letters about it into the outbox, in the same transaction. Nothing leaves
 * before the grace is over, so that a slip is undone without a letter.
 */
@ApplicationScoped
class VisitLetters {

    /** How long staff and patients can undo without a letter; Jane waits three minutes. */
    static final Duration GRACE = Duration.ofMinutes(3);

    private static final List<LetterKind> ABOUT_THE_TIME = List.of(LetterKind.CHANGE, LetterKind.REMINDER);
    private static final List<LetterKind> ALL = List.of(LetterKind.CONFIRMATION, LetterKind.CHANGE, LetterKind.REMINDER, LetterKind.CANCELLATION);

    @Inject
    Outbox outbox;

    @Inject
    Recipients recipients;

    @Inject
    PatientTaskService tasks;

    @Inject
    ClinicTime time;

    void on(@Observes AppointmentBooked booked) {
        put(LetterKind.CONFIRMATION, booked.patientId(), booked.appointmentId(), null, "", GRACE);
        remind(booked.patientId(), booked.appointmentId(), booked.start());
    }

    /** Who was not told of the old time yet gets one letter, with the new one; who is back at the time they know of gets none. */
    void on(@Observes AppointmentMoved moved) {
        outbox.stop(moved.appointmentId(), ABOUT_THE_TIME, "the visit was moved");
        if (outbox.isTold(moved.appointmentId())) {
            if (!outbox.isSaid(moved.appointmentId())) {
                put(LetterKind.CHANGE, moved.patientId(), moved.appointmentId(), null, moved.start() + " " + time.now(), GRACE);
            }
        } else {
            put(LetterKind.CONFIRMATION, moved.patientId(), moved.appointmentId(), null, "", GRACE);
        }
        remind(moved.patientId(), moved.appointmentId(), moved.start());
    }

    /** Who was never told of the visit is not told of its end. */
    void on(@Observes AppointmentCancelled cancelled) {
        outbox.stop(cancelled.appointmentId(), ALL, "the visit was called off");
        if (outbox.isTold(cancelled.appointmentId())) {
            put(LetterKind.CANCELLATION, cancelled.patientId(), cancelled.appointmentId(), null, time.now().toString(), GRACE);
        }
    }

    /** Who is here needs no letter; a visit that takes place after all is confirmed again, unless its patient never heard of its end. */
    void on(@Observes AppointmentStepped stepped) {
        outbox.stop(stepped.appointmentId(), ALL, "the patient came, or did not");
        if (stepped.status() == AppointmentStatus.BOOKED) {
            remind(stepped.patientId(), stepped.appointmentId(), outbox.startOf(stepped.appointmentId()));
        }
        if (stepped.status() == AppointmentStatus.BOOKED && !outbox.isSaid(stepped.appointmentId())) {
            put(LetterKind.CONFIRMATION, stepped.patientId(), stepped.appointmentId(), null, "again " + time.now(), GRACE);
        }
    }

    void on(@Observes InvitationMade invited) {
        if (recipients.email(invited.patientId()).isEmpty()) {
            tasks.bounced(invited.patientId(), null, invited.invitationId());
        }
        put(LetterKind.INVITATION, invited.patientId(), null, invited.invitationId(), "", GRACE);
    }

    void on(@Observes MessageSent message) {
        put(LetterKind.MESSAGE, message.patientId(), null, message.messageId(), "", GRACE);
    }

    /** Two hours are short: no grace. */
    void on(@Observes EarlierOfferMade made) {
        put(LetterKind.OFFER, made.offer().patientId(), made.offer().appointmentId(), made.offer().offerId(), made.offer().offerId().toString(), Duration.ZERO);
    }

    /** Somebody waits in front of the page. */
    void on(@Observes CodeAsked asked) {
        outbox.put(LetterKind.CODE, Channel.EMAIL, asked.email(), asked.patientId(), null, asked.codeId(), "", asked.at(), asked.at());
    }

    /** Rungs whose day is over already are left out. A text goes with the last one, to who has said yes to texts. */
    private void remind(UUID patientId, UUID appointmentId, Instant start) {
        List<Integer> rungs = recipients.rungs(appointmentId);
        for (int days : rungs) {
            LocalDate day = LocalDate.ofInstant(start, time.zone()).minusDays(days);
            Instant due = QuietHours.opensOn(day, time.zone());
            if (day.isAfter(time.today())) {
                recipients.email(patientId).ifPresent(email ->
                        outbox.put(LetterKind.REMINDER, Channel.EMAIL, email, patientId, appointmentId, null, start + " " + days, time.now(), due));
                recipients.textable(patientId).filter(phone -> days == rungs.get(rungs.size() - 1)).ifPresent(phone ->
                        outbox.put(LetterKind.REMINDER, Channel.SMS, phone, patientId, appointmentId, null, start + " " + days, time.now(), due));
            }
        }
    }

    private void put(LetterKind kind, UUID patientId, UUID appointmentId, UUID aboutId, String concerning, Duration wait) {
        recipients.email(patientId).ifPresent(email ->
                outbox.put(kind, Channel.EMAIL, email, patientId, appointmentId, aboutId, concerning, time.now(), time.now().plus(wait)));
    }
}
