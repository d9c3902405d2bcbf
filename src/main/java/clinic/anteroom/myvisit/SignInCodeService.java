package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A code by mail opens "my visit". Everything looks the same for who is known and who is not. */
@Stateless
public class SignInCodeService {

    @Inject
    Codes codes;

    @Inject
    Sessions sessions;

    @Inject
    Authorities authorities;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Inject
    Event<Object> events;

    /**
     * Asks for a code.
     *
     * @param email     an address, perhaps of nobody; never null
     * @param birthDate the patient's; never null
     * @return a ticket that has to come along with the code; never null
     */
    @PermitAll // Everybody may ask; the answer tells nothing.
    public String ask(String email, LocalDate birthDate) {
        String ticket = Secrets.key();
        Optional<Codes.Known> known = codes.known(email.strip(), birthDate);
        boolean tooMuch = codes.isTooMuch(email.strip(), time.now());
        UUID patientId = tooMuch ? null : known.map(Codes.Known::patientId).orElse(null);
        UUID id = codes.add(ticket, email.strip(), patientId, time.now());
        if (patientId != null) {
            audit.record(AuditedAction.CREATE, "VisitCode", id, patientId);
            events.fire(new CodeAsked(id, patientId, known.get().email(), time.now()));
        }
        return ticket;
    }

    /** Makes the code, for who writes the mail now; empty if it is too late. A code made before opens nothing any more. */
    @PermitAll // Called by the outbox, which has no caller; no page hands out what it returns.
    public Optional<String> mint(UUID codeId) {
        String code = Secrets.code();
        return codes.arm(codeId, code, time.now()) ? Optional.of(code) : Optional.empty();
    }

    /**
     * Uses the code up.
     *
     * @return the key of a session; empty if the code is wrong, too old or was tried too often. A wrong try is counted,
     *         so this is no refusal: nothing is rolled back
     */
    @PermitAll // Ticket and code are the proof.
    public Optional<String> enter(String ticket, String code) {
        Optional<UUID> patientId = codes.use(ticket, code, time.now());
        patientId.ifPresent(patient -> audit.record(AuditedAction.CREATE, "VisitSession", null, patient));
        return patientId.map(patient -> sessions.open(patient, time.now()));
    }

    /** Whether the key of a session opens anything now, the right to act that it comes with included. */
    @PermitAll // The key is the proof.
    public boolean isOpen(String key) {
        Optional<UUID> holder = sessions.holderOf(key, time.now());
        return holder.isPresent() && (Sessions.own(key).equals(key)
                || Sessions.right(key).flatMap(id -> authorities.usable(id, holder.get(), time.now())).isPresent());
    }

    /** Ends the session. */
    @PermitAll // The key is the proof.
    public void leave(String key) {
        sessions.end(key, time.now());
    }
}
