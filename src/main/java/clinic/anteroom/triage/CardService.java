package clinic.anteroom.triage;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.intake.SentForm;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules in other systems: what they would say to a doctor there, which cards were offered, and what became of them. */
@Stateless
@RolesAllowed({Roles.DOCTOR, Roles.INTEGRATOR})
public class CardService {

    private static final String ENTITY = "GuidanceResponse";
    private static final int LONGEST = 2000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private FormService forms;

    @Inject
    private TriageService triage;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Resource
    private SessionContext session;

    /** What the rules said about the newest form of a patient of ours; the look is logged. Empty for whoever sent none. */
    @RolesAllowed(Roles.DOCTOR)
    public Optional<CaseTriage> ofPatient(UUID patientId) {
        return forms.ofPatient(patientId).stream().findFirst().map(SentForm::id).map(triage::get);
    }

    /**
     * Remembers that a card is offered now.
     *
     * @param card    its id
     * @param service the service that offers it
     * @param triage  what the card rests on
     * @param test    the test it is about
     * @param rules   the rules behind it
     */
    public void offered(UUID card, String service, CaseTriage triage, String test, List<String> rules) {
        entities.createNativeQuery("insert into offered_card (id, client, service, test, rule_set, rules, offered_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, card).setParameter(2, client()).setParameter(3, service).setParameter(4, test).setParameter(5, triage.ruleSet())
                .setParameter(6, String.join(" ", rules)).setParameter(7, time.now().atOffset(ZoneOffset.UTC)).executeUpdate();
    }

    /**
     * Somebody there took a card's suggestion or put the card away. What is told first counts; a card of another client is as unknown as one that
     * was never offered.
     *
     * @param reason why it was put away, as a code; null if nothing was said
     * @param words  more about it; null if nothing was said
     * @param at     when it was done there; null for now
     * @return whether the card is known and had no outcome
     */
    public boolean answered(String service, UUID card, boolean accepted, String reason, String words, Instant at) {
        boolean told = entities.createNativeQuery("update offered_card set outcome = ?4, reason_code = cast(?5 as text), words = cast(?6 as text), outcome_at = ?7 "
                        + "where id = ?1 and service = ?2 and client = ?3 and outcome is null")
                .setParameter(1, card).setParameter(2, service).setParameter(3, client()).setParameter(4, accepted ? "ACCEPTED" : "OVERRIDDEN")
                .setParameter(5, cut(reason, 60)).setParameter(6, cut(words, LONGEST)).setParameter(7, (at == null ? time.now() : at).atOffset(ZoneOffset.UTC))
                .executeUpdate() == 1;
        if (told) {
            audit.record(AuditedAction.UPDATE, ENTITY, card, null);
        }
        return told;
    }

    /** What became of the cards about each test, by the rules that offered them. */
    @RolesAllowed(Roles.DOCTOR)
    public List<CardFigures> figures() {
        return Rows.of(entities.createNativeQuery("select rule_set, test, count(*), count(*) filter (where outcome = 'ACCEPTED'), "
                        + "count(*) filter (where outcome = 'OVERRIDDEN') from offered_card group by rule_set, test order by rule_set, test")).stream()
                .map(row -> new CardFigures((String) row[0], (String) row[1], Rows.number(row[2]), Rows.number(row[3]), Rows.number(row[4]))).toList();
    }

    private static String cut(String text, int longest) {
        String clean = text == null ? "" : text.strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), longest));
    }

    private String client() {
        return session.getCallerPrincipal().getName();
    }
}
