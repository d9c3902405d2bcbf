package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Codes and links on a real database. */
class DoorOfMyVisitTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final LocalDate BORN = LocalDate.of(1980, 2, 29);

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final List<Object> events = new ArrayList<>();
    private final String email = NewId.next() + "@example.org";
    private UUID patient;
    private Instant now = NOW;

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        patient = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, email, created_at) values (?1, 'Pat', 'Door', date '1980-02-29', ?2, now())")
                .setParameter(1, patient).setParameter(2, email).executeUpdate();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    private ClinicTime clock() {
        return new ClinicTime(Clock.fixed(now, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static AuditService silent() {
        return new AuditService() {
            @Override
            public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                // The trail has its own tests.
            }
        };
    }

    @SuppressWarnings("unchecked")
    private SignInCodeService codes() {
        SignInCodeService made = new SignInCodeService();
        made.codes = new Codes();
        made.codes.entities = entities;
        made.sessions = sessions();
        made.authorities = new Authorities();
        made.authorities.entities = entities;
        made.audit = silent();
        made.time = clock();
        made.events = (Event<Object>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            events.add(arguments[0]);
            return null;
        });
        return made;
    }

    private Sessions sessions() {
        Sessions made = new Sessions();
        made.entities = entities;
        return made;
    }

    private VisitLinkService links() {
        VisitLinkService made = new VisitLinkService();
        made.links = new VisitLinks();
        made.links.entities = entities;
        made.sessions = sessions();
        made.audit = silent();
        made.time = clock();
        return made;
    }

    private String code() {
        return codes().mint(((CodeAsked) events.get(events.size() - 1)).codeId()).orElseThrow();
    }

    @Test
    void codeOpensOnce() {
        String ticket = codes().ask(email.toUpperCase(Locale.ROOT), BORN);
        String code = code();
        String key = codes().enter(ticket, code).orElseThrow();
        assertThat(codes().isOpen(key)).isTrue();
        assertThat(codes().enter(ticket, code)).isEmpty();
        codes().leave(key);
        assertThat(codes().isOpen(key)).isFalse();
    }

    @Test
    @DisplayName("T26 an unknown address gets a ticket like a known one, and no mail")
    void unknownAddressIsAnsweredAlike() {
        assertThat(codes().ask("nobody-" + email, BORN)).hasSameSizeAs(codes().ask(email, BORN.plusDays(1)));
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("T26 five wrong codes end the code, ten an hour of the address; the mailed link still opens")
    void guessingIsSlow() {
        String ticket = codes().ask(email, BORN);
        String code = code();
        for (int i = 0; i < 5; i++) {
            assertThat(codes().enter(ticket, "not it")).isEmpty();
        }
        assertThat(codes().enter(ticket, code)).isEmpty();
        String again = codes().ask(email, BORN);
        for (int i = 0; i < 5; i++) {
            codes().enter(again, "not it");
        }
        int mailed = events.size();
        codes().ask(email, BORN);
        assertThat(events).hasSize(mailed);
        assertThat(links().open(links().mint(VisitLinkPurpose.SIGN_IN, patient, null, null), null)).isPresent();
    }

    @Test
    void codeEndsAfterTenMinutesAndASessionWhenNobodyIsThere() {
        String ticket = codes().ask(email, BORN);
        String code = code();
        now = NOW.plus(Duration.ofMinutes(11));
        assertThat(codes().enter(ticket, code)).isEmpty();
        String key = sessions().open(patient, now);
        assertThat(sessions().holderOf(key, now.plus(Duration.ofMinutes(19)))).contains(patient);
        assertThat(sessions().holderOf(key, now.plus(Duration.ofMinutes(38)))).contains(patient);
        assertThat(sessions().holderOf(key, now.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(sessions().holderOf(null, now)).isEmpty();
    }

    @Test
    @DisplayName("T27 a link works once and with the birth date; looking uses nothing up; only its hash is kept")
    void linkWorksOnce() {
        String secret = links().mint(VisitLinkPurpose.INVITATION, patient, null, null);
        assertThat(secret).matches("[0-9a-f]{32}");
        assertThat(links().look(secret).state()).isEqualTo(VisitLink.State.ALIVE);
        assertThat(links().open(secret, BORN.plusDays(1))).isEmpty();
        assertThat(links().open(secret, BORN)).isPresent();
        assertThat(links().open(secret, BORN)).isEmpty();
        assertThat(links().look(secret).state()).isEqualTo(VisitLink.State.USED);
        assertThat(links().look("0123456789abcdef0123456789abcdef").state()).isEqualTo(VisitLink.State.UNKNOWN);
        assertThat(entities.createNativeQuery("select 1 from visit_link where secret_hash = ?1").setParameter(1, secret).getResultList()).isEmpty();
    }

    @Test
    void linkEndsAfterFiveWrongBirthDatesAndAfterItsLife() {
        String guessed = links().mint(VisitLinkPurpose.VISIT, patient, null, null);
        for (int i = 1; i <= 5; i++) {
            links().open(guessed, BORN.plusDays(i));
        }
        assertThat(links().open(guessed, BORN)).isEmpty();
        String old = links().mint(VisitLinkPurpose.INVITATION, patient, null, null);
        now = NOW.plus(Duration.ofDays(7));
        assertThat(links().look(old).state()).isEqualTo(VisitLink.State.EXPIRED);
        assertThat(links().open(old, BORN)).isEmpty();
    }

    @Test
    @DisplayName("T27 a link to a visit that was moved or called off says so, and still opens")
    void staleLinksTellWhatHappened() {
        UUID visit = NewId.next();
        entities.createNativeQuery("""
                        insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                        values (?1, 'BOOKED', 'FAMILY_DOCTOR', ?2, timestamptz '2026-12-10 15:00Z', timestamptz '2026-12-10 15:20Z', 'America/Toronto', timestamp '2026-12-10 10:00', 'test', now())""")
                .setParameter(1, visit).setParameter(2, patient).executeUpdate();
        String link = links().mint(VisitLinkPurpose.VISIT, patient, visit, null);
        assertThat(links().look(link).movedSince()).isFalse();
        entities.createNativeQuery("update appointment set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = ?1").setParameter(1, visit).executeUpdate();
        assertThat(links().look(link).movedSince()).isTrue();
        assertThat(links().look(link).start()).isEqualTo(Instant.parse("2026-12-11T15:00:00Z"));
        entities.createNativeQuery("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where id = ?1").setParameter(1, visit).executeUpdate();
        assertThat(links().look(link).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(links().open(link, BORN)).isPresent();
    }

    @Test
    void wordsThatAreMissingOrTooManyAreRefused() {
        assertThat(WordsRefused.checked("words", "  yes ", 10, true)).isEqualTo("yes");
        assertThatThrownBy(() -> WordsRefused.checked("words", " ", 10, true)).isInstanceOf(WordsRefused.class);
        assertThatThrownBy(() -> WordsRefused.checked("words", "much too long", 10, false)).isInstanceOf(WordsRefused.class);
    }

    @Test
    void everyKindOfVisitHasASheetInBothLanguages() {
        List<?> kinds = entities.createNativeQuery("select code from visit_type where active and code !~ '_[a-z]|^(EMG|NCS)_'").getResultList();
        assertThat(kinds.stream().map(String.class::cast).filter(kind -> List.of("EMG", "NCS", "BLOOD_DRAW", "MRI", "CT", "FAMILY_DOCTOR", "NEUROLOGY_FIRST", "NEUROLOGY_FOLLOW_UP").contains(kind)))
                .hasSize(8).allSatisfy(kind -> assertThat(Preparation.of(kind)).as(kind).isNotEmpty());
        assertThat(Preparation.all()).allSatisfy(sheet -> assertThat(sheet.steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.text().in("fr")).isNotBlank().isNotEqualTo(step.text().in("en"));
            assertThat(step.hoursBefore()).isPositive();
            assertThat(step.ifMissed().in("fr")).isNotBlank().isNotEqualTo(step.ifMissed().in("en"));
            assertThat(step.isTicked()).isEqualTo(step.proof() != Preparation.Proof.SCREENED && step.proof() != Preparation.Proof.ORDER);
        }));
    }

    @Test
    void everythingNewInADiaryIsAnAnswerThatTheFormOffers() {
        Questionnaire form = Questionnaires.shipped().findNewest("muscle-twitching").orElseThrow();
        assertThat(DiaryNews.all()).isNotEmpty().allSatisfy(news -> assertThat(form.get(news.linkId()).option(news.answer())).as(news.code()).isPresent());
    }
}
