package clinic.anteroom.care;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Practice;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What became of the flags of each rule, as the medical director reads it. */
class FiguresTest {

    private static final String RULE = "TW-S01";

    private Practice practice;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
        practice.cases.weakArm("Fay", "Figured");
    }

    @Test
    @DisplayName("A form in which a rule is met counts once, and each of its flags by what became of it, useful or not")
    void whatBecameOfTheFlags() throws SQLException {
        RuleFigures before = figures();
        UUID form = practice.cases.weakArm("Fay", "Figured");
        Order emg = practice.confirm(form, "EMG");
        UUID mri = practice.flag(form, "MRI").id();
        int seen = practice.version(form);
        practice.ask(CareService.class, care -> care.confirm(form, seen, new Decision(mri, "Lower", "LUMBAR_SPINE", null)));
        UUID ncs = practice.flag(form, "NCS").id();
        int then = practice.version(form);
        practice.ask(CareService.class, care -> care.dismiss(form, then, ncs, DismissalReason.ALREADY_DONE, null));
        UUID result = practice.ask(ResultService.class, results -> results.record(emg.id(), "Denervation.", null, null));
        practice.tell(ResultService.class, results -> results.review(form, result, true, false, null));

        RuleFigures after = figures();
        assertThat(after.forms()).isEqualTo(before.forms() + 1);
        assertThat(after.met()).isEqualTo(before.met() + 1);
        assertThat(after.raised()).isEqualTo(before.raised() + 4);
        assertThat(after.confirmed()).isEqualTo(before.confirmed() + 2);
        assertThat(after.modified()).isEqualTo(before.modified() + 1);
        assertThat(after.rejected()).isEqualTo(before.rejected() + 1);
        assertThat(after.read()).isEqualTo(before.read() + 1);
        assertThat(after.answered()).isEqualTo(before.answered() + 1);
        assertThat(after.useful()).isEqualTo(before.useful());
        assertThat(after.reasons().get("ALREADY_DONE")).isEqualTo(before.reasons().getOrDefault("ALREADY_DONE", 0) + 1);
    }

    @Test
    @DisplayName("The rules that were met stand beside an evaluation as its document says them, so that nobody has to read every document to count")
    void metRulesStandBesideTheDocument() throws SQLException {
        assertThat(practice.database.list("select distinct e.id from evaluation e cross join jsonb_array_elements(e.outcome::jsonb -> 'findings') f "
                + "where (f ->> 'truth' = 'TRUE') <> (f ->> 'rule' = any (string_to_array(e.met_rules, ' ')))")).isEmpty();
        assertThat(practice.database.list("select met_rules from evaluation where met_rules like '%TW-S01%'")).isNotEmpty();
    }

    private RuleFigures figures() {
        return practice.<ResultService, java.util.List<RuleFigures>>ask(ResultService.class, ResultService::figures).stream()
                .filter(one -> one.rule().equals(RULE)).findFirst().orElseThrow();
    }
}
