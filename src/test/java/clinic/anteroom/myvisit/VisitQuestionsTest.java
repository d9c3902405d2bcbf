package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.PatientBooking;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import clinic.anteroom.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the clinic asks about a kind of visit, from its administrator to the visit. */
class VisitQuestionsTest {

    private final String kind = "ASKED_" + NewId.next().toString().substring(24).replaceAll("[0-9]", "x").toUpperCase(java.util.Locale.ROOT);
    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"))).signedIn("admin", Roles.ADMINISTRATOR);
    private final String key = Sha256.of(NewId.next().toString());
    private ServersDatabase database;
    private UUID patient;
    private UUID visit;

    @BeforeEach
    void aVisit() throws SQLException {
        database = ServersDatabase.at(TestDatabase.dataSource().getConnection());
        database.run("insert into visit_type (code, name, grid_minutes) values (?, 'Asked', 15)", kind);
        database.run("insert into visit_phase (visit_type, ordinal, name, minutes) values (?, 1, 'Talk', 20)", kind);
        patient = SomeVisitors.patient(database, "Asked", LocalDate.of(1990, 1, 2));
        visit = SomeVisitors.visit(database, patient, kind, Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(9)));
        database.run("insert into visit_session (key_hash, patient_id, opened_at, last_seen_at) values (?, ?, now(), now())", Sha256.of(key), patient);
    }

    @AfterEach
    void close() throws SQLException {
        database.run("update visit_type set active = false where code = ?", kind);
        database.close();
    }

    private <T> T in(Supplier<T> work) {
        return house.transaction(work);
    }

    private VisitAnswerService answers() {
        return house.get(VisitAnswerService.class);
    }

    private static Preparation.InTwoLanguages words(String english) {
        return new Preparation.InTwoLanguages(english, english + " (fr)");
    }

    private VisitQuestion latex(UUID id, String english, boolean needed) {
        return new VisitQuestion(id, kind, VisitQuestion.Kind.YES_NO, words(english), needed, List.of(
                new VisitQuestion.Option("YES", words("Yes"), VisitQuestion.Effect.CALL, words("We look for another room.")),
                new VisitQuestion.Option("NO", words("No"), VisitQuestion.Effect.GO_ON, null)));
    }

    private VisitQuestion text(boolean needed) {
        return new VisitQuestion(null, kind, VisitQuestion.Kind.TEXT, words("What should we know?"), needed, List.of());
    }

    private List<VisitQuestion> ask(VisitQuestion... wanted) {
        return in(() -> {
            for (VisitQuestion one : wanted) {
                house.get(VisitQuestionService.class).save(one);
            }
            return house.get(VisitQuestionService.class).of(kind);
        });
    }

    private List<VisitAnswer> said() {
        return in(() -> answers().of(key, visit));
    }

    private void change(Map<UUID, String> given) {
        in(() -> {
            answers().change(key, visit, given);
            return null;
        });
    }

    @Test
    @DisplayName("a question without an answer is not answered and never no, for patient and staff; an answer can be taken back")
    void notAnsweredIsNotNo() {
        List<VisitQuestion> asked = ask(latex(null, "Are you allergic to latex?", false), text(false));
        assertThat(said()).hasSize(2).allSatisfy(one -> assertThat(one.isAnswered()).isFalse()).allSatisfy(one -> assertThat(one.in("en")).isNull());
        change(Map.of(asked.get(1).id(), "  A wheelchair \n"));
        assertThat(said()).extracting(one -> one.in("en")).containsExactly(null, "A wheelchair");
        change(Map.of(asked.get(0).id(), "NO"));
        assertThat(said()).extracting(one -> one.in("fr")).containsExactly("No (fr)", "A wheelchair");
        Map<UUID, String> back = new HashMap<>();
        back.put(asked.get(0).id(), "");
        change(back);
        assertThat(said().get(0).isAnswered()).isFalse();
        assertThat(in(() -> house.get(PatientSaidService.class).answers(List.of(visit))).get(visit)).extracting(VisitAnswer::value).containsExactly(null, "A wheelchair");
    }

    @Test
    @DisplayName("nobody holds a time with a needed answer missing or one that says call us, through no door; the sentence names the question")
    void theServiceRefuses() {
        List<VisitQuestion> asked = ask(latex(null, "Are you allergic to latex?", true), text(true));
        UUID first = asked.get(0).id();
        List<PatientBooking.Leg> legs = List.of(new PatientBooking.Leg(kind, Instant.now().plus(Duration.ofDays(8)), Map.of()));
        assertThatThrownBy(() -> in(() -> house.get(MyBookingService.class).hold(key, legs, BookingWish.NONE.answered(Map.of(first, "MAYBE")), NewId.next().toString())))
                .asInstanceOf(InstanceOfAssertFactories.type(AnswersRefused.class)).satisfies(refused -> assertThat(refused.fields())
                        .containsExactly(new FieldRefused(first.toString(), "refusal.choose_one"), new FieldRefused(asked.get(1).id().toString(), "refusal.answer_in_words")));
        assertThatThrownBy(() -> in(() -> house.get(MyBookingService.class).hold(key, legs, BookingWish.NONE.answered(Map.of(first, "YES", asked.get(1).id(), "x")), NewId.next().toString())))
                .isInstanceOf(AskedFirst.class);
        assertThat(in(() -> answers().isSettled(List.of(kind), Map.of(first, "NO", asked.get(1).id(), "x")))).isTrue();
        assertThat(in(() -> answers().isSettled(List.of(kind), Map.of(first, "NO", asked.get(1).id(), "x".repeat(121))))).isFalse();
        assertThatThrownBy(() -> in(() -> house.get(MyVisitService.class).move(key, new MoveVisit(visit, 0, Instant.now().plus(Duration.ofDays(8)), Map.of(), NewId.next().toString()))))
                .isInstanceOf(AnswersRefused.class);
    }

    @Test
    @DisplayName("asked again only if changed: new words are a new question, needed or not is not, and the old answer keeps the old words")
    void askedAgainOnlyIfChanged() {
        VisitQuestion first = ask(latex(null, "Are you allergic to latex?", true)).get(0);
        assertThat(in(() -> answers().isOpen(key, visit))).isTrue();
        change(Map.of(first.id(), "NO"));
        assertThat(in(() -> answers().isOpen(key, visit))).isFalse();
        assertThat(ask(latex(first.id(), "Are you allergic to latex?", false)).get(0).id()).isEqualTo(first.id());
        assertThat(ask(latex(first.id(), "Are you allergic to latex?", true)).get(0).id()).isEqualTo(first.id());
        assertThat(in(() -> answers().isOpen(key, visit))).isFalse();
        VisitQuestion second = ask(latex(first.id(), "Are you allergic to latex or gloves?", true)).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(in(() -> answers().isOpen(key, visit))).isTrue();
        assertThat(said()).extracting(one -> one.question().text().english() + " " + one.value())
                .containsExactly("Are you allergic to latex or gloves? null", "Are you allergic to latex? NO");
        assertThatThrownBy(() -> database.run("update visit_question set text_en = 'Another one' where id = ?", first.id())).hasMessageContaining("keeps its words");
    }

    @Test
    @DisplayName("an answer changed after booking that says call us is kept and becomes a task of the desk, once")
    void laterCallIsATask() throws SQLException {
        VisitQuestion first = ask(latex(null, "Are you allergic to latex?", true)).get(0);
        change(Map.of(first.id(), "YES"));
        change(Map.of(first.id(), "YES"));
        assertThat(database.list("select kind from patient_task where appointment_id = ? and urgent and done_at is null", visit)).containsExactly("VISIT_ANSWER");
        assertThat(in(() -> house.get(PatientTasks.class).open()).stream().filter(one -> visit.equals(one.appointmentId())).map(PatientTask::words))
                .containsExactly("Are you allergic to latex?\nYes");
        assertThat(said().get(0).told("fr")).isEqualTo("We look for another room. (fr)");
    }

    @Test
    @DisplayName("T28 who may act for visits only is asked, and reads no answer")
    void carerForVisitsReadsNoAnswer() throws SQLException {
        VisitQuestion first = ask(latex(null, "Are you allergic to latex?", true), text(false)).get(0);
        change(Map.of(first.id(), "NO"));
        UUID carer = SomeVisitors.patient(database, "Carer", LocalDate.of(1970, 1, 2));
        UUID right = NewId.next();
        database.run("insert into related_person (id, carer_id, patient_id, given_name, family_name, birth_date, relation, asked_at, status, scope, proof, confirmed_by, confirmed_at, ends_at) "
                + "values (?, ?, ?, 'Robin', 'Asked', date '1990-01-02', 'PARENT', now(), 'ACTIVE', 'VISITS', 'BIRTH_CERTIFICATE', 'desk', now(), now() + interval '30 days')", right, carer, patient);
        String own = Sha256.of(NewId.next().toString());
        database.run("insert into visit_session (key_hash, patient_id, opened_at, last_seen_at) values (?, ?, now(), now())", Sha256.of(own), carer);
        String acting = in(() -> house.get(CarerService.class).actFor(own, right));
        assertThat(in(() -> answers().of(acting, visit))).singleElement().satisfies(one -> assertThat(one.question().isInWords()).isTrue());
        assertThatThrownBy(() -> in(() -> answers().of(own, visit))).hasMessageContaining("not_found");
    }

    @Test
    void whatCannotBeAskedIsRefusedBesideItsField() {
        VisitQuestion bad = new VisitQuestion(null, kind, VisitQuestion.Kind.CHOICE, new Preparation.InTwoLanguages("How?", ""), true,
                List.of(new VisitQuestion.Option("O1", new Preparation.InTwoLanguages("By car", ""), VisitQuestion.Effect.WARN, new Preparation.InTwoLanguages("", "Non"))));
        assertThatThrownBy(() -> ask(bad)).asInstanceOf(InstanceOfAssertFactories.type(QuestionRefused.class))
                .satisfies(refused -> assertThat(refused.fields()).extracting(FieldRefused::field).containsExactly("french", "options", "0.french", "0.wordsEnglish"));
        assertThat(in(() -> house.get(VisitQuestionService.class).of(kind))).isEmpty();
        for (int i = 0; i < 10; i++) {
            ask(text(false));
        }
        assertThatThrownBy(() -> ask(text(false))).isInstanceOf(QuestionRefused.class);
        List<UUID> ids = in(() -> house.get(VisitQuestionService.class).of(kind)).stream().map(VisitQuestion::id).toList();
        in(() -> {
            house.get(VisitQuestionService.class).earlier(kind, ids.get(2));
            house.get(VisitQuestionService.class).retire(ids.get(0));
            return null;
        });
        assertThat(in(() -> house.get(VisitQuestionService.class).of(kind))).extracting(VisitQuestion::id).startsWith(ids.get(2), ids.get(1)).hasSize(9);
    }
}
