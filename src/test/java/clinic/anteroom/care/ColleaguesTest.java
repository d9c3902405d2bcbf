package clinic.anteroom.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.intake.FollowUp;
import clinic.anteroom.testing.Practice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Doctors among themselves: who is told, who is asked, who stands in, and what all of them keep. */
class ColleaguesTest {

    private Practice practice;
    private UUID form;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
        form = practice.cases.weakArm("Cole", "Colleague");
    }

    @AfterEach
    void nobodyStandsIn() throws SQLException {
        practice.database.run("delete from stand_in");
        practice.database.run("delete from absence where reason_code is not null");
        practice.database.run("delete from saved_reply");
    }

    @Test
    @DisplayName("A word for one colleague stands in that colleague's list until it was read, and in nobody else's")
    void aMentionWaitsForWhoItIsMeantFor() {
        tell("dr.carvalho", "Please look at the arm.", false);
        assertThat(mine()).doesNotContain(form);
        practice.as("dr.carvalho");
        assertThat(mine()).contains(form);
        assertThat(summary().work().waitOnMe()).containsExactly("dr.osei");
        assertThat(whole().kept().words()).singleElement().satisfies(word -> assertThat(word.words()).isEqualTo("Please look at the arm."));
        assertThat(mine()).as("it was read").doesNotContain(form);
        assertThat(whole().kept().words()).singleElement().satisfies(word -> assertThat(word.seenAt()).isNotNull());
        assertThat(whole().kept().steps()).last().satisfies(step -> assertThat(step.words()).isEqualTo("@Dr. carvalho Please look at the arm."));
    }

    @Test
    @DisplayName("A second opinion is asked of one colleague, waits until that colleague answers, and nobody else can answer it")
    void aSecondOpinion() {
        tell("dr.carvalho", "EMG of both arms, or one?", true);
        UUID word = whole().kept().words().get(0).id();
        practice.tell(ColleagueService.class, colleagues -> colleagues.answer(form, word, "I answer myself"));
        assertThat(whole().kept().words().get(0).open()).as("only who was asked answers").isTrue();
        practice.as("dr.carvalho");
        whole();
        assertThat(mine()).as("reading is not answering").contains(form);
        assertThatThrownBy(() -> practice.tell(ColleagueService.class, colleagues -> colleagues.answer(form, word, " "))).isInstanceOf(DecisionRefused.class);
        practice.tell(ColleagueService.class, colleagues -> colleagues.answer(form, word, "Both."));
        assertThat(mine()).doesNotContain(form);
        practice.as("dr.osei");
        assertThat(whole().kept().words()).singleElement().satisfies(answered -> assertThat(answered.answer()).isEqualTo("Both."));
        assertThat(whole().kept().steps()).extracting(CaseStepTaken::step).containsSequence(CaseStep.OPINION_ASKED, CaseStep.OPINION_GIVEN);
    }

    @Test
    @DisplayName("Nobody is told who is no doctor here, nobody tells themselves, and a closed case is opened first")
    void whoCannotBeTold() {
        assertThatThrownBy(() -> tell("nobody", "Hello", false)).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> tell("dr.osei", "Hello", true)).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> tell("dr.carvalho", " ", true)).isInstanceOf(DecisionRefused.class);
        practice.on(form, (cases, seen) -> cases.close(form, seen, null));
        assertThatThrownBy(() -> tell("dr.carvalho", "Too late", false)).isInstanceOf(TooLate.class);
    }

    @Test
    @DisplayName("While a doctor is away, the doctor's cases stand among those of who stands in, and only then")
    void whoStandsIn() throws SQLException {
        practice.on(form, (cases, seen) -> cases.assign(form, seen, "dr.osei"));
        practice.tell(StandInService.class, standIns -> standIns.choose(List.of("dr.carvalho"), "dr.carvalho"));
        practice.as("dr.carvalho");
        assertThat(mine()).as("nobody is away").doesNotContain(form);
        UUID somebody = UUID.randomUUID();
        practice.database.run("insert into practitioner (id, prefix, given_name, family_name) values (?, 'Dr.', 'Maya', 'Away')", somebody);
        practice.database.run("update staff_account set practitioner_id = ? where username = 'dr.osei'", somebody);
        practice.database.run("insert into absence (id, resource_id, during, reason, by_whom, reason_code) "
                + "values (gen_random_uuid(), ?, tstzrange(now() - interval '1 hour', now() + interval '2 days'), 'On leave', 'dr.osei', 'LEAVE')", somebody);
        assertThat(mine()).contains(form);
        Optional<StandingIn> first = practice.ask(StandInService.class, standIns -> standIns.of("dr.osei"));
        assertThat(first).get().extracting(StandingIn::standIn).isEqualTo("dr.carvalho");
        assertThat(practice.ask(StandInService.class, StandInService::now)).extracting(StandingIn::doctor).containsExactly("dr.osei");
        practice.as("dr.osei");
        assertThatThrownBy(() -> practice.tell(StandInService.class, standIns -> standIns.choose(List.of("dr.osei"), null))).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> practice.tell(StandInService.class, standIns -> standIns.choose(List.of(), "dr.carvalho"))).isInstanceOf(DecisionRefused.class);
        practice.database.run("update staff_account set practitioner_id = null where username = 'dr.osei'");
    }

    @Test
    @DisplayName("Saved questions are the doctor's own or everybody's; two of the same name are refused, and each line is a question of its own")
    void savedQuestions() {
        keep(null, "Stairs", "Can you climb stairs?\nHow many?", false);
        keep(null, "House", "Who lives with you?", true);
        assertThatThrownBy(() -> keep(null, "stairs", "Again?", false)).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> keep(null, "Empty", " ", false)).isInstanceOf(DecisionRefused.class);
        SavedReply stairs = replies().get(1);
        keep(stairs.id(), "Stairs", "Can you climb stairs?\nHow many steps?", false);
        practice.as("dr.carvalho");
        assertThat(replies()).extracting(SavedReply::title).containsExactly("House");
        assertThatThrownBy(() -> keep(stairs.id(), "Mine now", "?", false)).isInstanceOf(CaseGone.class);
        practice.tell(ReplyService.class, replies -> replies.remove(stairs.id()));
        practice.as("dr.osei");
        assertThat(replies()).as("somebody else's is not thrown away").hasSize(2);

        String both = replies().get(1).words();
        practice.ask(CaseService.class, cases -> cases.ask(form, both));
        assertThat(whole().around().questions()).extracting(FollowUp::words).containsExactly("Can you climb stairs?", "How many steps?");
        UUID first = whole().around().questions().get(0).id();
        practice.tell(CaseService.class, cases -> cases.answered(form, first, "Yes"));
        assertThat(summary().work().askedAt()).as("parked until everything is answered").isNotNull();
        UUID second = whole().around().questions().get(1).id();
        practice.tell(CaseService.class, cases -> cases.answered(form, second, "Ten"));
        assertThat(summary().work().askedAt()).isNull();
    }

    private void tell(String to, String words, boolean wantsAnswer) {
        practice.tell(ColleagueService.class, colleagues -> colleagues.tell(form, to, words, wantsAnswer));
    }

    private void keep(UUID id, String title, String words, boolean ours) {
        practice.tell(ReplyService.class, replies -> replies.keep(id, title, words, ours));
    }

    private List<SavedReply> replies() {
        return practice.ask(ReplyService.class, ReplyService::all);
    }

    private List<UUID> mine() {
        return practice.ask(CareService.class, care -> care.worklist(new WorklistQuery(CaseFolder.MINE, "", "", "", null, null))).cases().stream()
                .map(CaseSummary::responseId).toList();
    }

    private CaseSummary summary() {
        return practice.open(form).summary();
    }

    private WholeCase whole() {
        return practice.ask(WholeCaseService.class, service -> service.read(form, CaseFolder.NEW));
    }
}
