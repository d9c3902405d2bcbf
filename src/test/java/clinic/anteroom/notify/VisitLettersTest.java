package clinic.anteroom.notify;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.AppointmentBooked;
import clinic.anteroom.scheduling.AppointmentCancelled;
import clinic.anteroom.scheduling.AppointmentMoved;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.AppointmentStepped;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.testing.TestDatabase;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters about visits, from the event to the mail server. All of it far in the past, where no other test's letters are due. */
class VisitLettersTest {

    private static final Instant NOW = Instant.parse("2003-05-01T14:00:00Z");
    private static final Instant VISIT = Instant.parse("2003-05-20T13:00:00Z");

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final SomeLetters some = new SomeLetters(entities);
    private UUID patient;
    private UUID visit;

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        patient = some.patient("zoe@example.org");
        visit = some.visit(patient, VISIT);
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    private void booked() {
        some.ears(NOW).on(new AppointmentBooked(visit, patient, VISIT));
    }

    private void cancelled(Instant now) {
        some.cancel(visit);
        some.ears(now).on(new AppointmentCancelled(visit, patient, CancelReason.PATIENT));
    }

    private void moved(Instant now, Instant start) {
        some.move(visit, start);
        some.ears(now).on(new AppointmentMoved(visit, patient, start, VISIT));
    }

    /** Empties the outbox as it is due then. */
    private void run(Instant now) {
        DeliveryService sender = some.sender(SomeLetters.server(MAIL.getSmtp().getPort()), now);
        while (sender.deliverNext()) {
            assertThat(MAIL.getReceivedMessages().length).isLessThan(50);
        }
    }

    private static List<String> subjects() {
        return Arrays.stream(MAIL.getReceivedMessages()).map(mail -> {
            try {
                return mail.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    @Test
    @DisplayName("T40 a confirmation leaves after the grace, with time, place and a calendar file, and names no test")
    void confirmationLeavesAfterTheGrace() {
        booked();
        run(NOW.plusSeconds(100));
        assertThat(subjects()).isEmpty();
        run(NOW.plusSeconds(200));
        assertThat(subjects()).containsExactly("Booked: Tuesday 20 May 2003, 09:00");
        String whole = GreenMailUtil.getWholeMessage(MAIL.getReceivedMessages()[0]);
        assertThat(whole).contains("09:00 Toronto time (20 min)", "/patient/arrive.xhtml?link=" + SomeLetters.SECRET, "text/calendar", "visit.ics")
                .doesNotContain("Family doctor").doesNotContain("FAMILY");
    }

    @Test
    void slipThatIsUndoneInTimeSendsNothing() {
        booked();
        cancelled(NOW.plusSeconds(60));
        run(NOW.plus(Duration.ofDays(30)));
        assertThat(subjects()).isEmpty();
        assertThat(some.states(visit, LetterKind.CANCELLATION)).isEmpty();
    }

    @Test
    void moveBeforeTheConfirmationLeftSendsOneLetterWithTheNewTime() {
        booked();
        moved(NOW.plusSeconds(60), VISIT.plus(Duration.ofDays(1)));
        run(NOW.plusSeconds(300));
        assertThat(subjects()).containsExactly("Booked: Wednesday 21 May 2003, 09:00");
    }

    @Test
    void moveAndCallingOffAreToldToWhoWasToldBefore() {
        booked();
        run(NOW.plusSeconds(200));
        moved(NOW.plusSeconds(400), VISIT.plus(Duration.ofDays(1)));
        run(NOW.plusSeconds(700));
        cancelled(NOW.plusSeconds(900));
        run(NOW.plusSeconds(1200));
        assertThat(subjects()).containsExactly("Booked: Tuesday 20 May 2003, 09:00", "New time: Wednesday 21 May 2003, 09:00", "Called off: your visit on Wednesday 21 May 2003");
    }

    @Test
    @DisplayName("T8 a move that is undone within the grace sends nothing, and the reminders of the old time leave")
    void moveThatIsUndoneSendsNothing() {
        booked();
        run(NOW.plusSeconds(200));
        moved(NOW.plusSeconds(400), VISIT.plus(Duration.ofDays(1)));
        moved(NOW.plusSeconds(450), VISIT);
        run(NOW.plusSeconds(3600));
        assertThat(subjects()).hasSize(1);
        assertThat(some.states(visit, LetterKind.REMINDER)).filteredOn("PREPARATION"::equals).hasSize(2);
        run(Instant.parse("2003-05-18T13:00:00Z"));
        assertThat(subjects()).filteredOn(subject -> subject.startsWith("Coming up")).containsOnly("Coming up: Tuesday 20 May 2003, 09:00").isNotEmpty();
    }

    @Test
    void callingOffThatIsUndoneSendsNothingAndRemindsAgain() {
        booked();
        run(NOW.plusSeconds(200));
        cancelled(NOW.plusSeconds(400));
        some.reinstate(visit);
        some.ears(NOW.plusSeconds(450)).on(new AppointmentStepped(visit, patient, AppointmentStatus.BOOKED));
        run(NOW.plusSeconds(3600));
        assertThat(subjects()).hasSize(1);
        assertThat(some.states(visit, LetterKind.REMINDER)).containsExactly("PREPARATION", "PREPARATION");
    }

    @Test
    void aVisitThatIsLongerIsToldAndOneThatIsAsLongAgainIsNot() {
        booked();
        run(NOW.plusSeconds(200));
        some.resize(visit, 15);
        some.ears(NOW.plusSeconds(400)).on(new AppointmentMoved(visit, patient, VISIT, VISIT));
        run(NOW.plusSeconds(700));
        some.resize(visit, 10);
        some.ears(NOW.plusSeconds(800)).on(new AppointmentMoved(visit, patient, VISIT, VISIT));
        some.resize(visit, -10);
        some.ears(NOW.plusSeconds(820)).on(new AppointmentMoved(visit, patient, VISIT, VISIT));
        run(NOW.plusSeconds(3600));
        assertThat(subjects()).containsExactly("Booked: Tuesday 20 May 2003, 09:00", "New time: Tuesday 20 May 2003, 09:00");
        assertThat(GreenMailUtil.getWholeMessage(MAIL.getReceivedMessages()[1])).contains("(35 min)");
    }

    @Test
    void theDeskIsAskedAndCanStopALetterAndSendItAfterAll() {
        booked();
        Telling asked = some.tellings().of(visit, NOW.plusSeconds(10)).orElseThrow();
        assertThat(asked.kind()).isEqualTo(LetterKind.CONFIRMATION);
        assertThat(asked.channel()).isEqualTo(Channel.EMAIL);
        assertThat(asked.dueAt()).isEqualTo(NOW.plus(VisitLetters.GRACE));
        assertThat(asked.ways()).containsExactly(Channel.EMAIL);
        some.tellings().choose(visit, asked, null, NOW.plusSeconds(20));
        run(NOW.plusSeconds(600));
        assertThat(subjects()).isEmpty();

        Telling stopped = some.tellings().of(visit, NOW.plusSeconds(610)).orElseThrow();
        assertThat(stopped.isLeaving()).isFalse();
        some.tellings().choose(visit, stopped, Channel.EMAIL, NOW.plusSeconds(620));
        run(NOW.plusSeconds(700));
        assertThat(subjects()).isEmpty();
        run(NOW.plusSeconds(820));
        assertThat(subjects()).containsExactly("Booked: Tuesday 20 May 2003, 09:00");
        assertThat(some.tellings().of(visit, NOW.plusSeconds(830))).isEmpty();
    }

    @Test
    void theDeskHasALetterLeaveAtOnce() {
        booked();
        some.tellings().choose(visit, some.tellings().of(visit, NOW.plusSeconds(5)).orElseThrow(), Channel.EMAIL, NOW.plusSeconds(5), NOW.plusSeconds(5));
        run(NOW.plusSeconds(6));
        assertThat(subjects()).containsExactly("Booked: Tuesday 20 May 2003, 09:00");
        run(NOW.plusSeconds(600));
        assertThat(subjects()).as("once").hasSize(1);
    }

    @Test
    @DisplayName("T8 the message that is shown before a visit is called off is the message that leaves, word for word")
    void thePreviewIsTheLetter() {
        booked();
        run(NOW.plusSeconds(200));
        LetterWriter writer = some.writer(NOW.plusSeconds(300));
        Letter shown = writer.ifCalledOff(visit, patient).orElseThrow();
        assertThat(writer.ifCalledOff(UUID.randomUUID(), patient)).isEmpty();
        cancelled(NOW.plusSeconds(400));
        run(NOW.plusSeconds(700));
        assertThat(subjects()).hasSize(2).last().isEqualTo(shown.subject());
        assertThat(GreenMailUtil.getWholeMessage(MAIL.getReceivedMessages()[1]).replace("\r\n", "\n")).contains(shown.text().strip());
    }

    @Test
    void theDeskSendsATextInPlaceOfTheMail() {
        entities.createNativeQuery("update patient set phone = '+1 416 555 0178' where id = ?1").setParameter(1, patient).executeUpdate();
        entities.createNativeQuery("insert into channel_consent (id, patient_id, channel, wording, agreed_at) values (?1, ?2, 'SMS', 'Text me before my visits', now())")
                .setParameter(1, UUID.randomUUID()).setParameter(2, patient).executeUpdate();
        booked();
        Telling asked = some.tellings().of(visit, NOW.plusSeconds(10)).orElseThrow();
        assertThat(asked.ways()).containsExactly(Channel.EMAIL, Channel.SMS);
        some.tellings().choose(visit, asked, Channel.SMS, NOW.plusSeconds(10));
        run(NOW.plusSeconds(300));
        cancelled(NOW.plusSeconds(400));
        some.tellings().choose(visit, some.tellings().of(visit, NOW.plusSeconds(410)).orElseThrow(), Channel.SMS, NOW.plusSeconds(410));
        run(NOW.plusSeconds(700));
        assertThat(subjects()).isEmpty();
        assertThat(some.texted).hasSize(2);
        assertThat(some.texted.get(0)).contains("your visit is on Tuesday 20 May 2003 at 09:00");
        assertThat(some.texted.get(1)).contains("your visit on Tuesday 20 May 2003 at 09:00 (Toronto time) was called off");
    }

    @Test
    void twoRemindersLeaveInTheMorningOfTheirDaysAndNoneTwice() {
        booked();
        booked();
        run(NOW.plusSeconds(200));
        assertThat(some.states(visit, LetterKind.REMINDER)).containsExactly("PREPARATION", "PREPARATION");
        run(Instant.parse("2003-05-13T12:59:00Z"));
        assertThat(subjects()).hasSize(1);
        run(Instant.parse("2003-05-13T13:00:00Z"));
        run(Instant.parse("2003-05-18T13:00:00Z"));
        assertThat(subjects()).hasSize(3).filteredOn(subject -> subject.startsWith("Coming up")).hasSize(2);
    }

    @Test
    @DisplayName("T8 a reminder is not sent because the visit was called off, even by somebody who told nobody")
    void reminderOfACalledOffVisitIsNotSent() {
        booked();
        run(NOW.plusSeconds(200));
        some.cancel(visit);
        run(Instant.parse("2003-05-18T15:00:00Z"));
        assertThat(subjects()).hasSize(1);
        assertThat(some.states(visit, LetterKind.REMINDER)).containsExactly("STOPPED", "STOPPED");
    }

    @Test
    void reminderOfTheOldTimeStaysAndOneForTheNewTimeLeaves() {
        booked();
        run(NOW.plusSeconds(200));
        moved(NOW.plusSeconds(400), VISIT.plus(Duration.ofDays(10)));
        run(Instant.parse("2003-05-28T15:00:00Z"));
        assertThat(subjects()).filteredOn(subject -> subject.startsWith("Coming up")).hasSize(2).containsOnly("Coming up: Friday 30 May 2003, 09:00");
    }

    @Test
    void reminderThatIsLateWaitsForTheMorning() {
        booked();
        run(NOW.plusSeconds(200));
        run(Instant.parse("2003-05-13T23:30:00Z"));
        assertThat(subjects()).hasSize(1);
        run(Instant.parse("2003-05-14T13:00:00Z"));
        assertThat(subjects()).hasSize(2);
    }

    @Test
    @DisplayName("T19 a reminder over the night of a clock change leaves at nine on the wall")
    void quietHoursFollowTheWall() {
        assertThat(QuietHours.opensOn(LocalDate.of(2026, 10, 31), SomeLetters.TORONTO)).isEqualTo("2026-10-31T13:00:00Z");
        assertThat(QuietHours.opensOn(LocalDate.of(2026, 11, 1), SomeLetters.TORONTO)).isEqualTo("2026-11-01T14:00:00Z");
        assertThat(QuietHours.notBefore(Instant.parse("2026-10-31T22:30:00Z"), SomeLetters.TORONTO)).isEqualTo("2026-11-01T14:00:00Z");
    }

    @Test
    void addressThatDoesNotExistBecomesACall() {
        booked();
        MailServer refusing = new MailServer(Optional.of("nowhere"), 25, Optional.empty(), Optional.empty(), false, "no-reply@clinic.example.org", Optional.empty()) {
            @Override
            void send(UUID id, String recipient, Letter letter) throws MessagingException {
                throw new SendFailedException("550", null, null, null, new InternetAddress[] {new InternetAddress(recipient)});
            }
        };
        assertThat(some.sender(refusing, NOW.plusSeconds(200)).deliverNext()).isTrue();
        assertThat(some.bounced).containsExactly(patient);
        assertThat(some.states(visit, LetterKind.CONFIRMATION)).containsExactly("STOPPED");
    }

    @Test
    @DisplayName("T28 letters about a child without an address go to who acts for the child, and to nobody once that is over")
    void lettersOfAChildGoToWhoActs() throws MessagingException {
        UUID parent = some.patient("parent@example.org");
        entities.createNativeQuery("update patient set email = null where id = ?1").setParameter(1, patient).executeUpdate();
        entities.createNativeQuery("""
                        insert into related_person (id, carer_id, patient_id, given_name, family_name, birth_date, relation, status, scope, proof, asked_at, confirmed_by, confirmed_at, ends_at)
                        values (gen_random_uuid(), ?1, ?2, 'Zoe', 'Letter', date '1995-01-01', 'PARENT', 'ACTIVE', 'VISITS', 'BIRTH_CERTIFICATE', now(), 'desk', now(), now() + interval '1 year')""")
                .setParameter(1, parent).setParameter(2, patient).executeUpdate();
        booked();
        run(NOW.plusSeconds(200));
        assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()).extracting(Object::toString).containsExactly("parent@example.org");
        entities.createNativeQuery("update related_person set status = 'ENDED', ended_by = 'PATIENT', ended_at = now() where carer_id = ?1").setParameter(1, parent).executeUpdate();
        UUID later = some.visit(patient, VISIT.plus(Duration.ofDays(3)));
        some.ears(NOW).on(new AppointmentBooked(later, patient, VISIT.plus(Duration.ofDays(3))));
        assertThat(some.states(later, LetterKind.CONFIRMATION)).isEmpty();
    }

    @Test
    @DisplayName("T39 T40 a letter to who acts for a patient says day, time and place also of a visit that is locked for everybody: no name, no kind of visit, nothing of the record")
    void whoActsForAPatientReadsNoMoreThanTheTime() throws Exception {
        UUID parent = some.patient("guardian@example.org");
        entities.createNativeQuery("update patient set email = null, family_name = 'Kept', needs_words = 'Speaks softly' where id = ?1").setParameter(1, patient).executeUpdate();
        entities.createNativeQuery("""
                        insert into related_person (id, carer_id, patient_id, given_name, family_name, birth_date, relation, status, scope, proof, asked_at, confirmed_by, confirmed_at, ends_at)
                        values (gen_random_uuid(), ?1, ?2, 'Zoe', 'Kept', date '1995-01-01', 'PARENT', 'ACTIVE', 'VISITS', 'BIRTH_CERTIFICATE', now(), 'desk', now(), now() + interval '1 year')""")
                .setParameter(1, parent).setParameter(2, patient).executeUpdate();
        entities.createNativeQuery("insert into consent_lock (id, patient_id, against, wording, written_by, written_at) values (gen_random_uuid(), ?1, 'ALL', 'About my heart', 'privacy', now())")
                .setParameter(1, patient).executeUpdate();
        booked();
        run(NOW.plusSeconds(200));
        run(VISIT.minus(Duration.ofHours(20)));
        assertThat(MAIL.getReceivedMessages()).hasSizeGreaterThan(1);
        for (jakarta.mail.internet.MimeMessage mail : MAIL.getReceivedMessages()) {
            java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
            mail.writeTo(whole);
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("guardian@example.org");
            assertThat(whole.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("20 May 2003").doesNotContainIgnoringCase("Kept", "Pat ", "Zoe", "softly", "heart", "FAMILY_DOCTOR", "Family doctor", "locked");
        }
    }

    @Test
    @DisplayName("T39 who looks behind a lock is told to every privacy officer by mail at once: when it was and where to read more, not who, whose or why")
    void theOfficerIsToldByMail() throws Exception {
        entities.createNativeQuery("insert into staff_account (id, username, display_name, password_hash, role, mail, active) values "
                + "(gen_random_uuid(), 'mail.officer', 'Officer', 'none', 'PRIVACY_OFFICER', 'officer@clinic.example.org', true), "
                + "(gen_random_uuid(), 'gone.officer', 'Gone', 'none', 'PRIVACY_OFFICER', 'gone@clinic.example.org', false), "
                + "(gen_random_uuid(), 'mail.doctor', 'Doctor', 'none', 'DOCTOR', 'doctor@clinic.example.org', true)").executeUpdate();
        OfficerLetters ears = new OfficerLetters();
        ears.outbox = new Outbox(entities);
        ears.recipients = new Recipients();
        ears.recipients.entities = entities;
        UUID broken = clinic.anteroom.shared.NewId.next();
        ears.on(new clinic.anteroom.privacy.GlassBroken(broken, NOW));
        run(NOW.plusSeconds(1));
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("officer@clinic.example.org");
            assertThat(mail.getSubject()).isEqualTo("Somebody looked behind a lock at Test Clinic");
            assertThat(mail.getContent().toString()).contains("https://visit.example.org/privacy/locks.xhtml", Letters.day(NOW, "en", SomeLetters.TORONTO)).doesNotContain(broken.toString(), "Pat", "Letter");
        });
    }

    @Test
    void frenchPatientReadsFrench() {
        entities.createNativeQuery("update patient set language = 'fr' where id = ?1").setParameter(1, patient).executeUpdate();
        booked();
        run(NOW.plusSeconds(200));
        assertThat(subjects()).containsExactly("Réservé\u00a0: mardi 20 mai 2003, 9\u00a0h\u00a000");
    }

    @Test
    void bouncesAreKnownByOurOwnMessageIds() {
        UUID id = UUID.fromString("01a21693-b6c8-798b-82b9-498726bbedf3");
        assertThat(BounceServlet.ids("Original-Message-ID: <" + id + "@clinic.example.org>\n<" + id + "@clinic.example.org>\n<other@example.org>")).containsExactly(id);
    }

    @Test
    @DisplayName("T40 a text goes to who said yes, once, and not any more after a no")
    void textsNeedAYes() {
        entities.createNativeQuery("update patient set phone = '+1 416 555 0177' where id = ?1").setParameter(1, patient).executeUpdate();
        booked();
        assertThat(some.states(visit, LetterKind.REMINDER)).hasSize(2);
        entities.createNativeQuery("insert into channel_consent (id, patient_id, channel, wording, agreed_at) values (?1, ?2, 'SMS', 'Text me before my visits', now())")
                .setParameter(1, UUID.randomUUID()).setParameter(2, patient).executeUpdate();
        moved(NOW.plusSeconds(60), VISIT.plus(Duration.ofDays(1)));
        run(Instant.parse("2003-05-19T15:00:00Z"));
        assertThat(some.texted).containsExactly("+1 416 555 0177 Test Clinic: your visit is on Wednesday 21 May 2003 at 09:00 (Toronto time). Cannot come? Call +1 416 555 0142.");
        moved(Instant.parse("2003-05-19T15:00:00Z"), VISIT.plus(Duration.ofDays(10)));
        entities.createNativeQuery("update channel_consent set ended_at = now() where patient_id = ?1").setParameter(1, patient).executeUpdate();
        run(Instant.parse("2003-05-29T15:00:00Z"));
        assertThat(some.texted).hasSize(1);
    }

    @Test
    @DisplayName("T8 several visits on one day are one text, about the first; each on its own day is one of its own")
    void oneTextADay() {
        entities.createNativeQuery("update patient set phone = '+1 416 555 0178' where id = ?1").setParameter(1, patient).executeUpdate();
        entities.createNativeQuery("insert into channel_consent (id, patient_id, channel, wording, agreed_at) values (?1, ?2, 'SMS', 'Text me before my visits', now())")
                .setParameter(1, UUID.randomUUID()).setParameter(2, patient).executeUpdate();
        UUID later = some.visit(patient, VISIT.plus(Duration.ofHours(3)));
        UUID otherDay = some.visit(patient, VISIT.plus(Duration.ofDays(1)));
        some.ears(NOW).on(new AppointmentBooked(later, patient, VISIT.plus(Duration.ofHours(3))));
        some.ears(NOW).on(new AppointmentBooked(otherDay, patient, VISIT.plus(Duration.ofDays(1))));
        booked();
        run(VISIT.minus(Duration.ofDays(1)).plusSeconds(7200));
        assertThat(some.texted).hasSize(2).filteredOn(text -> text.contains("20 May 2003 at 09:00")).hasSize(1);
        assertThat(some.texted).noneMatch(text -> text.contains("at 12:00"));
    }
}
