package clinic.anteroom.notify;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The administrator's side of letters: what left, how they are worded, and when reminders leave. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class LetterOfficeService {

    private static final int SHOWN = 100;
    private static final String ENTITY = "Communication";

    @PersistenceContext
    EntityManager entities;

    @Inject
    LetterLog log;

    @Inject
    MailFolder folder;

    @Inject
    MailServer server;

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** The newest hundred, the newest first. */
    public List<LetterState> newest() {
        List<LetterState> newest = log.newest(SHOWN);
        audit.viewed(ENTITY, log.patientsOf(newest));
        return newest;
    }

    /** Whether letters leave by a mail server; otherwise they lie in the data folder. */
    public boolean isMailing() {
        return server.isThere();
    }

    /** A letter as it lies in the data folder; empty if it left by a mail server. The look is logged: it may hold a link. */
    public Optional<String> file(UUID letterId) {
        audit.record(AuditedAction.VIEW, ENTITY, letterId, log.addresseeOf(letterId).orElse(null));
        return folder.read(letterId);
    }

    /** How a kind of letter is worded now. */
    public LetterTemplate template(LetterKind kind, String language) {
        return facts.template(kind, language).orElseGet(() -> Letters.shipped(kind, language));
    }

    /** Whether the clinic has its own words for it. */
    public boolean isOwn(LetterKind kind, String language) {
        return facts.template(kind, language).isPresent();
    }

    /** The letter as a patient would read it, with an invented visit. */
    public LetterTemplate preview(LetterKind kind, String language, LetterTemplate words) {
        Instant start = time.now().plus(Duration.ofDays(9));
        LetterFacts.When when = new LetterFacts.When(start, start.plus(Duration.ofMinutes(75)));
        Map<Keyword, String> values = new EnumMap<>(Keyword.class);
        values.putAll(Letters.when(when, language, time.zone()));
        values.put(Keyword.VISITS, Letters.visits(new LetterFacts(letterIdOfNobody(), "BOOKED", when.start(), when.end(), true, List.of(when)), language, time.zone()));
        values.put(Keyword.UNTIL, Letters.hour(start, language, time.zone()));
        values.put(Keyword.PLACE, facts.place());
        values.put(Keyword.CODE, "123456");
        values.put(Keyword.REFERENCE, "K7QM-3T9D");
        Letter letter = letters.write(words, language, "/patient/arrive.xhtml?link=…", values);
        return new LetterTemplate(letter.subject(), letter.text());
    }

    private static UUID letterIdOfNobody() {
        return new UUID(0, 0);
    }

    /** Keeps the clinic's own words. Refuses unknown keywords and ones that are missing (field {@code body}). */
    public void change(LetterKind kind, String language, LetterTemplate words) {
        List<String> faults = words.faults(kind);
        if (words.subject() == null || words.subject().isBlank() || words.text() == null || words.text().isBlank()) {
            throw new LetterRefused(new FieldRefused("body", "refusal.letter_empty"));
        }
        if (!faults.isEmpty()) {
            throw new LetterRefused(new FieldRefused("body", "refusal.letter_keywords", String.join(" ", faults)));
        }
        entities.createNativeQuery("""
                        insert into letter_template (kind, language, subject, body, changed_by, changed_at) values (?1, ?2, ?3, ?4, ?5, cast(?6 as timestamptz))
                        on conflict (kind, language) do update set subject = excluded.subject, body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .setParameter(1, kind.name()).setParameter(2, language).setParameter(3, words.subject().strip()).setParameter(4, words.text().strip())
                .setParameter(5, session.getCallerPrincipal().getName()).setParameter(6, time.now().toString()).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, null, null);
    }

    /** Back to the words of this build. */
    public void forget(LetterKind kind, String language) {
        entities.createNativeQuery("delete from letter_template where kind = ?1 and language = ?2").setParameter(1, kind.name()).setParameter(2, language).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, null, null);
    }

    /** How many days before a visit of this kind reminders leave, the longest first. */
    public List<Integer> rungs(String visitType) {
        return entities.createNativeQuery("select days_before from reminder_rung where visit_type = ?1 order by 1 desc").setParameter(1, visitType)
                .getResultStream().map(Rows::number).map(Integer.class::cast).toList();
    }

    /**
     * Sets the ladder for visits booked or moved from now on.
     *
     * @param days between 1 and 60, at most five; the shortest has to be longer than the time until which a patient may
     *             change the visit, so that nobody is warned too late (field {@code rungs})
     */
    public void setRungs(String visitType, List<Integer> days, int changeNoticeMinutes) {
        boolean fits = days.size() <= 5 && days.stream().allMatch(day -> day >= 1 && day <= 60);
        if (!fits || days.stream().anyMatch(day -> Duration.ofDays(day).toMinutes() <= changeNoticeMinutes)) {
            throw new LetterRefused(new FieldRefused("rungs", "refusal.letter_rungs"));
        }
        entities.createNativeQuery("delete from reminder_rung where visit_type = ?1").setParameter(1, visitType).executeUpdate();
        Stream.of(days.toArray(Integer[]::new)).distinct().forEach(day -> entities.createNativeQuery("insert into reminder_rung (visit_type, days_before) values (?1, ?2)")
                .setParameter(1, visitType).setParameter(2, day).executeUpdate());
        audit.record(AuditedAction.UPDATE, "HealthcareService", null, null);
    }
}
