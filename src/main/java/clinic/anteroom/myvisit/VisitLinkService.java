package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Links by mail: 128 random bits, kept as a hash, used once and by a button. What a link tells by itself is date and time. */
@Stateless
public class VisitLinkService {

    @Inject
    VisitLinks links;

    @Inject
    Sessions sessions;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /**
     * Makes a link, for who writes the mail now.
     *
     * @param appointmentId the visit it is about; null for none
     * @param until         when it ends at the latest; null for the life of its purpose
     */
    @PermitAll // Called by the outbox, which has no caller; no page hands out what it returns.
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // Kept before the mail leaves: a sender that dies in between leaves no dead link behind.
    public String mint(VisitLinkPurpose purpose, UUID patientId, UUID appointmentId, Instant until) {
        String secret = Secrets.link();
        Instant end = time.now().plus(purpose.life());
        links.add(secret, purpose, patientId, appointmentId, time.now(), until != null && until.isBefore(end) ? until : end);
        return secret;
    }

    /** What the link tells; looking uses nothing up, because mail scanners look. */
    @PermitAll // The secret is the proof.
    public VisitLink look(String secret) {
        return secret == null ? VisitLink.unknown() : links.find(secret).map(found -> new VisitLink(found.state(time.now()), found.purpose(), found.expiresAt(),
                found.status(), found.start(), found.end(), found.movedSince())).orElseGet(VisitLink::unknown);
    }

    /**
     * Uses the link up.
     *
     * @param birthDate the patient's; null where the purpose does not ask for it
     * @return the key of a session; empty if the link is dead or the birth date is another. A wrong try is counted, so this
     *         is no refusal: nothing is rolled back
     */
    @PermitAll // The secret and the birth date are the proof.
    public Optional<Opened> open(String secret, LocalDate birthDate) {
        Optional<VisitLinks.Found> found = links.findForUse(secret).filter(link -> link.state(time.now()) == VisitLink.State.ALIVE);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        VisitLinks.Found link = found.get();
        if (link.purpose().asksForBirthDate() && !link.birthDate().equals(birthDate)) {
            links.wrong(link.id());
            return Optional.empty();
        }
        links.used(link.id(), time.now());
        audit.record(AuditedAction.CREATE, "VisitSession", null, link.patientId());
        return Optional.of(new Opened(sessions.open(link.patientId(), time.now()), link.purpose(), link.appointmentId()));
    }

    /**
     * What a link opened.
     *
     * @param key           of the session, told once; never null
     * @param purpose       where to go first; never null
     * @param appointmentId the visit it is about; null for none
     */
    public record Opened(String key, VisitLinkPurpose purpose, UUID appointmentId) {

        /** Tells nothing: the key is a secret. */
        @Override
        public String toString() {
            return "opened " + purpose;
        }
    }
}
