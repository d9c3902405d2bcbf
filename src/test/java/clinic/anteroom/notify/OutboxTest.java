package clinic.anteroom.notify;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.intake.LinkAsked;
import clinic.anteroom.intake.LinkPurpose;
import clinic.anteroom.intake.LinkService;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real outbox and a real mail server; only the secret comes from the test. */
class OutboxTest {

    private static final Instant NOW = Instant.parse("2002-05-01T10:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final Outbox outbox = new Outbox(entities);
    private Optional<String> minted = Optional.of(SECRET);

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    void mailHoldsReferenceClinicPhoneAndLinkOnly() throws Exception {
        UUID link = asked(LinkPurpose.COPY, NOW);
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW)).isTrue();
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Your form K7QM-3T9D at Test Clinic");
        String text = GreenMailUtil.getBody(mail);
        assertThat(text).contains("K7QM-3T9D", "+1 416 555 0142", "https://intake.example.org/patient/open.xhtml?link=" + SECRET)
                .doesNotContainIgnoringCase("twitch").doesNotContainIgnoringCase("symptom").doesNotContainIgnoringCase("answer");
        assertThat(mail.getMessageID()).isEqualTo("<" + column(link, "id") + "@clinic.example.org>");
        assertThat(column(link, "status")).isEqualTo("COMPLETED");
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW)).isFalse();
    }

    @Test
    @DisplayName("T40 every kind of letter has words in both languages, names no test and carries what it is for")
    void everyKindOfLetterIsWordedInBothLanguages() {
        for (LetterKind kind : LetterKind.values()) {
            for (Language language : Language.values()) {
                LetterTemplate template = Letters.shipped(kind, language.code());
                assertThat(template.faults(kind)).as(kind + " " + language).isEmpty();
                assertThat(template.subject() + template.text()).as(kind + " " + language)
                        .doesNotContain("EMG").doesNotContain("MRI").doesNotContain("IRM").doesNotContainIgnoringCase("blood").doesNotContainIgnoringCase("sang");
            }
        }
    }

    @Test
    void keywordsOfATemplateAreChecked() {
        assertThat(new LetterTemplate("Booked", "{visits} {link} {weather}").faults(LetterKind.CONFIRMATION)).containsExactly("{weather}");
        assertThat(new LetterTemplate("Booked", "{visits}").faults(LetterKind.CONFIRMATION)).containsExactly("{link}");
        assertThat(new LetterTemplate("{date}", "{link}").fill(Map.of(Keyword.DATE, "{link}", Keyword.LINK, "L")).subject()).isEqualTo("{link}");
    }

    @Test
    void mailThatIsNotDueYetWaits() throws Exception {
        UUID link = asked(LinkPurpose.CHECK_IN, NOW.plus(Duration.ofDays(14)));
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW.plus(Duration.ofDays(13)))).isFalse();
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW.plus(Duration.ofDays(14)))).isTrue();
        assertThat(column(link, "status")).isEqualTo("COMPLETED");
    }

    @Test
    void withoutAServerNothingIsSentAndNothingIsLost() {
        UUID link = asked(LinkPurpose.COPY, NOW);
        assertThat(service(new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), false, "a@b.example", Optional.empty()), NOW).deliverNext()).isFalse();
        assertThat(column(link, "status")).isEqualTo("PREPARATION");
    }

    @Test
    @DisplayName("T13 a mail server that is down is tried again later")
    void serverThatIsDownIsTriedAgainLater() {
        UUID link = asked(LinkPurpose.COPY, NOW);
        assertThat(deliver(1, NOW)).isTrue();
        assertThat(column(link, "status")).isEqualTo("PREPARATION");
        assertThat(column(link, "failure").toString()).doesNotContain("@");
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW.plusSeconds(59))).isFalse();
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW.plusSeconds(60))).isTrue();
        assertThat(column(link, "status")).isEqualTo("COMPLETED");
    }

    @Test
    void waitsGrowAndEnd() {
        assertThat(Outbox.waitAfter(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outbox.waitAfter(3)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Outbox.waitAfter(40)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void linkOfADeletedDraftIsNotMailed() {
        UUID link = asked(LinkPurpose.RESUME, NOW);
        minted = Optional.empty();
        assertThat(deliver(MAIL.getSmtp().getPort(), NOW)).isTrue();
        assertThat(column(link, "status")).isEqualTo("STOPPED");
    }

    private boolean deliver(int port, Instant now) {
        return service(new MailServer(Optional.of("127.0.0.1"), port, Optional.empty(), Optional.empty(), false, "no-reply@clinic.example.org", Optional.empty()), now)
                .deliverNext();
    }

    private DeliveryService service(MailServer server, Instant now) {
        LinkService links = new LinkService() {
            @Override
            public Optional<String> mint(UUID linkId) {
                return minted;
            }
        };
        LetterWriter writer = new LetterWriter();
        writer.facts = new Facts();
        writer.facts.entities = entities;
        writer.letters = letters();
        writer.formLinks = links;
        writer.time = new ClinicTime(Clock.fixed(now, ZoneId.of("UTC")), ZoneId.of("UTC"));
        MailFolder folder = new MailFolder(Optional.empty());
        return new DeliveryService(outbox, server, folder, new TextFiles(), writer, new PatientTaskService(), writer.time);
    }

    private static Letters letters() {
        return new Letters(() -> new ClinicProfile("Test Clinic", "+1 416 555 0142", "911", "9-8-8", "911", null), "https://intake.example.org/");
    }

    private UUID asked(LinkPurpose purpose, Instant due) {
        UUID response = NewId.next();
        entities.createNativeQuery("""
                insert into questionnaire_response (id, questionnaire, status, started_at, key_hash, reference, answers, answers_sha256)
                values (?1, 'https://anteroom.clinic/questionnaires/muscle-twitching|1', 'IN_PROGRESS', now(),
                        encode(sha256(convert_to(?2, 'UTF8')), 'hex'), 'Q2Q2-Q2Q2', '{}', encode(sha256('{}'), 'hex'))""")
                .setParameter(1, response).setParameter(2, response.toString()).executeUpdate();
        UUID link = NewId.next();
        entities.createNativeQuery("insert into access_link (id, response_id, purpose, birth_date_hash, asked_at) values (?1, ?2, ?3, repeat('0', 64), now())")
                .setParameter(1, link).setParameter(2, response).setParameter(3, purpose.name()).executeUpdate();
        outbox.on(new LinkAsked(link, purpose, "zoe@example.org", "K7QM-3T9D", NOW, due, Language.ENGLISH));
        return link;
    }

    private Object column(UUID link, String name) {
        return entities.createNativeQuery("select " + name + " from communication where link_id = ?1").setParameter(1, link).getSingleResult();
    }
}
