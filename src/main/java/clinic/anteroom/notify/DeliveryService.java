package clinic.anteroom.notify;

import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Instant;
import java.util.Optional;

/** Sends one letter a transaction, so that one that fails holds up no other. */
@Stateless
public class DeliveryService {

    private Outbox outbox;
    private MailServer server;
    private MailFolder folder;
    private TextMessages texts;
    private LetterWriter writer;
    private PatientTaskService tasks;
    private ClinicTime time;

    /** For the container's proxy. */
    public DeliveryService() {
    }

    @Inject
    DeliveryService(Outbox outbox, MailServer server, MailFolder folder, TextMessages texts, LetterWriter writer, PatientTaskService tasks, ClinicTime time) {
        this.outbox = outbox;
        this.server = server;
        this.folder = folder;
        this.texts = texts;
        this.writer = writer;
        this.tasks = tasks;
        this.time = time;
    }

    /**
     * Sends the next letter that is due.
     *
     * @return whether there was one to try; false also with neither a mail server nor a data folder
     */
    @PermitAll // Called by the timer, which has no caller.
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean deliverNext() {
        Optional<Communication> due = server.isThere() || folder.isThere() ? outbox.next(time.now()) : Optional.empty();
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(Communication mail) {
        Instant mayLeave = mail.kind() == LetterKind.REMINDER ? QuietHours.notBefore(time.now(), time.zone()) : time.now();
        if (mayLeave.isAfter(time.now())) {
            outbox.postpone(mail.id(), mayLeave);
            return;
        }
        Optional<Letter> letter = writer.write(mail);
        if (letter.isEmpty()) {
            outbox.pointless(mail.id(), "not true any more");
            return;
        }
        try {
            send(mail, letter.get());
            outbox.sent(mail.id(), time.now());
        } catch (SendFailedException e) {
            refused(mail, e);
        } catch (MessagingException e) {
            // The class names the kind of failure; its message may name the address.
            outbox.failed(mail, e.getClass().getSimpleName(), time.now());
        }
    }

    private void send(Communication mail, Letter letter) throws MessagingException {
        if (mail.channel() == Channel.SMS) {
            if (!texts.isThere()) {
                throw new MessagingException("No way to send texts");
            }
            texts.send(mail.id(), mail.recipient(), letter.text());
        } else if (server.isThere()) {
            server.send(mail.id(), mail.recipient(), letter);
        } else {
            folder.write(mail.id(), server.message(mail.id(), mail.recipient(), letter));
        }
    }

    /** No such address: trying again helps nobody, a call does. */
    private void refused(Communication mail, SendFailedException e) {
        if (e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0) {
            outbox.failed(mail, e.getClass().getSimpleName(), time.now());
            return;
        }
        outbox.pointless(mail.id(), LetterState.BOUNCED);
        if (mail.patientId() != null) {
            tasks.bounced(mail.patientId(), mail.appointmentId(), mail.id());
        }
    }
}
