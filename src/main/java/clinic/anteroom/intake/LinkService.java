package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Reader;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Links by mail that open a form in another browser: 128 random bits, kept as a hash, used once by a button and together
 * with the birth date. Opening a form gives it a new key, so that the browser which had it before has it no more.
 */
@Stateless
public class LinkService {

    private static final String ENTITY = "QuestionnaireResponse";

    @Inject
    private AccessLinks links;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Inject
    private Reader reader;

    /**
     * Asks for a mail with a link to go on later.
     *
     * @param birthDate the patient's; it is asked for again when the link is opened
     * @throws AnswersRefused if the address or the birth date cannot be one (fields {@code email}, {@code birthDate})
     * @throws DraftClosed    if the form takes no answers any more
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public void saveForLater(String key, String email, LocalDate birthDate) {
        List<FieldRefused> faults = new ArrayList<>();
        Contact.faultOfEmail(email).ifPresent(faults::add);
        Contact.faultOfBirthDate(birthDate, time.today()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new AnswersRefused(faults);
        }
        QuestionnaireResponse response = responses.findByKey(key).orElseThrow(DraftGone::new);
        if (response.status() != ResponseStatus.IN_PROGRESS) {
            throw new DraftClosed(response.status());
        }
        response.isReadIn(reader.language());
        links.ask(response, LinkPurpose.RESUME, birthDate, email.strip(), time.now(), time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), response.patientId());
    }

    /**
     * Makes the secret of a link, for who writes the mail now. A secret made before opens nothing any more.
     *
     * @return empty if the link is gone, because its draft was deleted
     */
    @PermitAll // Called by the outbox, which has no caller; no page hands out what it returns.
    public Optional<String> mint(UUID linkId) {
        Optional<AccessLink> link = links.find(linkId);
        String secret = DraftKey.mintLink();
        link.ifPresent(found -> found.arm(secret, time.now()));
        return link.map(found -> secret);
    }

    /** Whether a link can still be used; looking does not use it up, because mail scanners look. */
    @PermitAll // The secret is the proof.
    public boolean isAlive(String secret) {
        return links.findBySecret(secret).filter(link -> link.isAlive(time.now())).isPresent();
    }

    /**
     * Uses a link up.
     *
     * @return the form with its new key; empty if the link is dead or the birth date is another. A wrong try is counted,
     *         so this is no refusal: nothing is rolled back.
     */
    @PermitAll // The secret and the birth date are the proof.
    public Optional<OpenedForm> open(String secret, LocalDate birthDate) {
        Optional<AccessLink> link = links.findBySecretForUse(secret).filter(found -> found.isAlive(time.now()));
        if (link.isEmpty() || !link.get().use(birthDate, time.now())) {
            return Optional.empty();
        }
        QuestionnaireResponse response = responses.find(link.get().responseId()).orElseThrow(DraftGone::new);
        String key = DraftKey.mint();
        response.rekey(key);
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), response.patientId());
        return Optional.of(new OpenedForm(key, link.get().purpose()));
    }
}
