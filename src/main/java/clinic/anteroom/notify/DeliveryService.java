package clinic.anteroom.notify;

import clinic.anteroom.intake.LinkService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** Sends one mail a transaction, so that a mail that fails holds up no other. */
@Stateless
public class DeliveryService {

    private Outbox outbox;
    private MailServer server;
    private Letters letters;
    private LinkService links;
    private ClinicTime time;

    /** For the container's proxy. */
    public DeliveryService() {
    }

    @Inject
    DeliveryService(Outbox outbox, MailServer server, Letters letters, LinkService links, ClinicTime time) {
        this.outbox = outbox;
        this.server = server;
        this.letters = letters;
        this.links = links;
        this.time = time;
    }

    /**
     * Sends the next mail that is due.
     *
     * @return whether there was one to try; false also without a mail server
     */
    @PermitAll // Called by the timer, which has no caller.
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean deliverNext() {
        Optional<Communication> due = server.isThere() ? outbox.next(time.now()) : Optional.empty();
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(Communication mail) {
        Optional<String> secret = links.mint(mail.linkId());
        if (secret.isEmpty()) {
            outbox.pointless(mail.id());
            return;
        }
        try {
            server.send(mail.id(), mail.recipient(), letters.write(mail.kind(), mail.language(), mail.reference(), secret.get()));
            outbox.sent(mail.id(), time.now());
        } catch (MessagingException e) {
            // The class names the kind of failure; its message may name the address.
            outbox.failed(mail, e.getClass().getSimpleName(), time.now());
        }
    }
}
