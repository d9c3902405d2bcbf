package clinic.anteroom.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.testing.Practice;
import clinic.anteroom.triage.ExplanationService;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import clinic.anteroom.triage.FlagStepTaken;
import clinic.anteroom.triage.WhatIf;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a doctor decides on a case, takes back, amends, and what is kept of it. */
class DecisionsTest {

    private Practice practice;
    private UUID form;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
        form = practice.cases.weakArm("Ada", "Decided");
    }

    @Test
    void ofAnOrderSetTheOnesThatAreTakenOutStayOpenAndTheRestIsSignedAtOnce() {
        int seen = practice.version(form);
        List<Decision> set = List.of(proposed("EMG"), proposed("NCS"), proposed("BLOOD"));
        List<Order> signed = practice.ask(CareService.class, care -> care.sign(form, seen, set));
        assertThat(signed).extracting(Order::test).containsExactly("EMG", "NCS", "BLOOD");
        assertThat(signed).allSatisfy(order -> {
            assertThat(order.requester()).isEqualTo("dr.osei");
            assertThat(order.indication()).isEqualTo("Weak arm");
            assertThat(order.latest()).isEqualTo(practice.open(form).triage().dueAt());
            assertThat(order.priority()).isNotNull();
        });
        assertThat(signed.get(2).detail()).as("what to measure").isNotBlank();
        assertThat(practice.flag(form, "MRI").decidedAt()).isNull();
        int then = practice.version(form);
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.sign(form, then, List.of()))).isInstanceOf(DecisionRefused.class);
    }

    @Test
    void nothingIsOrderedForAPersonNobodyKnows() throws SQLException {
        UUID stopped = practice.cases.stopped();
        int seen = practice.version(stopped);
        UUID flag = UUID.fromString(practice.database.one("select id from test_flag where response_id = ? limit 1", stopped));
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.confirm(stopped, seen, Decision.asProposed(flag, "Weak hand")))).isInstanceOf(DecisionRefused.class)
                .hasMessageContaining("nobody_to_order_for");
        assertThat(practice.version(stopped)).isEqualTo(seen);
    }

    @Test
    void aSetIsSignedWholeOrNotAtAll() {
        int seen = practice.version(form);
        List<Decision> set = List.of(proposed("EMG"), Decision.asProposed(practice.flag(form, "NCS").id(), " "));
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.sign(form, seen, set))).isInstanceOf(DecisionRefused.class);
        assertThat(practice.open(form).orders()).isEmpty();
        assertThat(practice.version(form)).isEqualTo(seen);
    }

    @Test
    void aDecisionIsUndoneWithinTenSecondsByWhoMadeItAndByNobodyLater() {
        Order order = practice.confirm(form, "EMG");
        practice.as("dr.carvalho");
        assertThatThrownBy(() -> undo("EMG")).isInstanceOf(TooLate.class);
        practice.as("dr.osei").later(Duration.ofSeconds(10));
        undo("EMG");
        assertThat(practice.flag(form, "EMG").decidedAt()).isNull();
        assertThat(practice.open(form).orders()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(order.id());
            assertThat(found.stands()).as("it stays on record and does not stand").isFalse();
        });
        assertThat(steps("EMG")).extracting(FlagStepTaken::step).endsWith(FlagStep.UNDONE);

        int seen = practice.version(form);
        UUID mri = practice.flag(form, "MRI").id();
        practice.ask(CareService.class, care -> care.dismiss(form, seen, mri, DismissalReason.ALREADY_DONE, null));
        practice.later(Duration.ofSeconds(20));
        assertThatThrownBy(() -> undo("MRI")).isInstanceOf(TooLate.class);
        assertThat(practice.flag(form, "MRI").decidedAt()).isNotNull();
    }

    @Test
    void whatIsBookedIsNeitherUndoneNorTakenBack() throws SQLException {
        Order order = practice.confirm(form, "EMG");
        book(order);
        assertThatThrownBy(() -> undo("EMG")).isInstanceOf(TooLate.class);
        int seen = practice.version(form);
        assertThatThrownBy(() -> practice.tell(CareService.class, care -> care.revoke(form, seen, order.id(), "Not needed"))).isInstanceOf(TooLate.class);
        assertThat(practice.open(form).orders().get(0).stands()).isTrue();
    }

    @Test
    void anOrderIsTakenBackWithAReasonAndBothStayOnRecord() {
        Order order = practice.confirm(form, "EMG");
        practice.later(Duration.ofHours(2));
        int seen = practice.version(form);
        assertThatThrownBy(() -> practice.tell(CareService.class, care -> care.revoke(form, seen, order.id(), " "))).isInstanceOf(DecisionRefused.class);
        practice.tell(CareService.class, care -> care.revoke(form, seen, order.id(), "Done at the university hospital"));
        assertThat(practice.open(form).orders()).singleElement().satisfies(found -> assertThat(found.stands()).isFalse());
        assertThat(practice.flag(form, "EMG").status().name()).isEqualTo("CONFIRMED");
        assertThat(whole().kept().steps()).last().satisfies(step -> {
            assertThat(step.step()).isEqualTo(CaseStep.REVOKED);
            assertThat(step.words()).isEqualTo("Done at the university hospital");
        });
    }

    @Test
    void anAmendmentSaysFromWhatToWhatAndTheProposalStays() {
        UUID mri = practice.flag(form, "MRI").id();
        String proposed = practice.flag(form, "MRI").bodyPart();
        int seen = practice.version(form);
        Order order = practice.ask(CareService.class, care -> care.confirm(form, seen, new Decision(mri, "Neck first", "LUMBAR_SPINE", List.of())));
        assertThat(order.bodySite()).isEqualTo("LUMBAR_SPINE");
        assertThat(practice.flag(form, "MRI").bodyPart()).isEqualTo(proposed).isNotEqualTo("LUMBAR_SPINE");
        assertThat(steps("MRI")).filteredOn(step -> step.step() == FlagStep.MODIFIED).singleElement()
                .satisfies(step -> assertThat(step.detail()).startsWith(proposed).endsWith("-> LUMBAR_SPINE"));
        assertThat(whole().kept().steps()).extracting(CaseStepTaken::step).contains(CaseStep.MODIFIED);
    }

    @Test
    @DisplayName("An order is changed after it was signed: the new one takes its place, and the one before stays on record with the reason")
    void anOrderIsChangedAfterItWasSigned() throws SQLException {
        Order first = practice.confirm(form, "MRI");
        int seen = practice.version(form);
        Decision lower = new Decision(first.flagId(), "Look lower", "LUMBAR_SPINE", null);
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.amend(form, seen, first.id(), lower, " "))).isInstanceOf(DecisionRefused.class);
        Order second = practice.ask(CareService.class, care -> care.amend(form, seen, first.id(), lower, "Pain has moved down"));
        assertThat(second).satisfies(order -> {
            assertThat(order.bodySite()).isEqualTo("LUMBAR_SPINE");
            assertThat(order.indication()).isEqualTo("Look lower");
            assertThat(order.latest()).isEqualTo(first.latest());
            assertThat(order.holds()).isEqualTo(first.holds());
            assertThat(order.stands()).isTrue();
        });
        assertThat(practice.open(form).orders()).filteredOn(order -> order.id().equals(first.id())).singleElement().satisfies(order -> {
            assertThat(order.stands()).isFalse();
            assertThat(order.revokedFor()).isEqualTo("Pain has moved down");
            assertThat(order.revokedBy()).isEqualTo("dr.osei");
        });
        assertThat(whole().kept().steps()).last().satisfies(step -> assertThat(step.step()).isEqualTo(CaseStep.AMENDED));
        int then = practice.version(form);
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.amend(form, then, first.id(), lower, "Twice"))).as("the newer one is changed, not the older")
                .isInstanceOf(TooLate.class);
        book(second);
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.amend(form, then, second.id(), lower, "Booked"))).isInstanceOf(TooLate.class);
    }

    @Test
    @DisplayName("An order that was taken back can be given again")
    void anOrderThatWasTakenBackIsGivenAgain() {
        Order first = practice.confirm(form, "EMG");
        int seen = practice.version(form);
        practice.tell(CareService.class, care -> care.revoke(form, seen, first.id(), "Done elsewhere"));
        int then = practice.version(form);
        Order again = practice.ask(CareService.class, care -> care.amend(form, then, first.id(), Decision.asProposed(first.flagId(), "Weak arm"), "It was not done"));
        assertThat(again.stands()).isTrue();
        assertThat(practice.open(form).summary().work().orders()).isOne();
        assertThat(practice.open(form).orders()).filteredOn(order -> !order.stands()).singleElement().satisfies(order -> assertThat(order.revokedFor()).isEqualTo("Done elsewhere"));
    }

    @Test
    void aCorrectedResultKeepsTheFirstOneAndIsReadAnew() throws SQLException {
        Order order = practice.confirm(form, "EMG");
        practice.ask(ResultService.class, results -> results.record(order.id(), "No denervation.", null, null));
        practice.later(Duration.ofMinutes(5));
        UUID second = practice.ask(ResultService.class, results -> results.record(order.id(), "Denervation in the arm.", null, null));
        assertThat(whole().kept().results()).extracting(TestResult::conclusion).containsExactly("No denervation.", "Denervation in the arm.");
        assertThat(practice.database.one("select status from diagnostic_report where id = ?", second)).isEqualTo("AMENDED");
        assertThat(practice.open(form).summary().work().resultsUnread()).isEqualTo(1);
    }

    @Test
    @DisplayName("T7 who comes second on a case does nothing and reads what was done meanwhile")
    void whoComesSecondDoesNothingAndReadsWhatWasDoneMeanwhile() {
        int seen = practice.version(form);
        practice.confirm(form, "EMG");
        practice.as("dr.carvalho");
        UUID ncs = practice.flag(form, "NCS").id();
        assertThatThrownBy(() -> practice.ask(CareService.class, care -> care.confirm(form, seen, Decision.asProposed(ncs, "Weak arm"))))
                .isInstanceOfSatisfying(CaseChanged.class, changed -> assertThat(changed.meanwhile()).singleElement().satisfies(step -> {
                    assertThat(step.who()).isEqualTo("dr.osei");
                    assertThat(step.step()).isEqualTo(CaseStep.CONFIRMED);
                    assertThat(step.test()).isEqualTo("EMG");
                }));
        assertThatThrownBy(() -> practice.tell(CaseService.class, cases -> cases.assign(form, seen, "dr.carvalho"))).isInstanceOf(CaseChanged.class);
        assertThatThrownBy(() -> practice.tell(CaseService.class, cases -> cases.keepNote(form, seen, "Mine"))).isInstanceOf(CaseChanged.class);
        assertThat(practice.open(form).orders()).hasSize(1);
    }

    @Test
    void theNoteIsKeptForEveryDoctorAndSaysWhoWroteIt() {
        assertThat(whole().kept().note()).isNull();
        practice.on(form, (cases, seen) -> cases.keepNote(form, seen, "  Weak for three months.  "));
        practice.as("dr.carvalho");
        assertThat(whole().kept().note()).satisfies(note -> {
            assertThat(note.text()).isEqualTo("Weak for three months.");
            assertThat(note.by()).isEqualTo("dr.osei");
        });
        assertThatThrownBy(() -> practice.on(form, (cases, seen) -> cases.keepNote(form, seen, " "))).isInstanceOf(DecisionRefused.class);
    }

    @Test
    void whatWouldChangeThisSavesNothingButTheLook() throws SQLException {
        whole();
        String before = stored();
        int version = practice.version(form);
        WhatIf told = practice.ask(ExplanationService.class, explanations -> explanations.whatIf(form, Map.of("TW-Q18", "NO", "TW-Q19", "NONE", "TW-Q20", "UP_TO_4_WEEKS", "TW-Q23", "NO"))).orElseThrow();
        assertThat(told.isDifferent()).isTrue();
        assertThat(told.fallen()).isNotEmpty();
        practice.ask(ExplanationService.class, explanations -> explanations.explain(form));
        assertThat(stored()).isEqualTo(before);
        assertThat(practice.version(form)).isEqualTo(version);
    }

    @Test
    void perRuleItIsCountedWhatWasConfirmedChangedRejectedWithReasonsAndUseful() {
        String rule = practice.flag(form, "EMG").reasons().get(0).ruleId();
        RuleFigures before = figures(rule);
        Order order = practice.confirm(form, "EMG");
        int seen = practice.version(form);
        UUID mri = practice.flag(form, "MRI").id();
        String other = practice.flag(form, "MRI").reasons().get(0).ruleId();
        RuleFigures others = figures(other);
        practice.ask(CareService.class, care -> care.dismiss(form, seen, mri, DismissalReason.ALREADY_DONE, null));
        UUID result = practice.ask(ResultService.class, results -> results.record(order.id(), "Denervation.", null, null));
        practice.tell(ResultService.class, results -> results.review(form, result, true, false, null));
        assertThat(figures(rule)).satisfies(now -> {
            assertThat(now.confirmed()).isGreaterThan(before.confirmed());
            assertThat(now.read()).isGreaterThan(before.read());
            assertThat(now.answered()).isGreaterThan(before.answered());
            assertThat(now.useful()).isEqualTo(before.useful());
        });
        assertThat(figures(other).rejected()).isEqualTo(others.rejected() + 1);
        assertThat(figures(other).reasons().getOrDefault("ALREADY_DONE", 0)).isEqualTo(others.reasons().getOrDefault("ALREADY_DONE", 0) + 1);
    }

    private RuleFigures figures(String rule) {
        List<RuleFigures> all = practice.ask(ResultService.class, ResultService::figures);
        return all.stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
    }

    /** Everything about the form besides the trail of looks. */
    private String stored() throws SQLException {
        return practice.database.one("""
                select concat_ws(' ', (select r::text from questionnaire_response r where r.id = f.id), (select string_agg(e::text, ';' order by e.id) from evaluation e where e.response_id = f.id),
                    (select string_agg(t::text, ';' order by t.id) from test_flag t where t.response_id = f.id),
                    (select string_agg(s::text, ';' order by s.id) from test_flag_step s join test_flag t on t.id = s.test_flag_id where t.response_id = f.id),
                    (select string_agg(s::text, ';' order by s.id) from care_case_step s where s.response_id = f.id),
                    (select c::text from care_case c where c.response_id = f.id), (select count(*) from service_request s where s.response_id = f.id))
                from (select cast(? as uuid) as id) f""", form);
    }

    private void book(Order order) throws SQLException {
        UUID visit = UUID.randomUUID();
        practice.database.run("set session_replication_role = replica"); // A bare visit: nobody and nothing is taken for it.
        practice.database.run("insert into visit_type (code, name, grid_minutes) values ('DECIDED', 'Test', 15) on conflict do nothing");
        practice.database.run("insert into appointment (id, patient_id, visit_type, status, starts_at, ends_at, wall_start, zone, created_by, created_at) values (?, ?, 'DECIDED', 'BOOKED', "
                + "'2026-11-30T14:00:00Z', '2026-11-30T15:00:00Z', '2026-11-30 09:00', 'America/Toronto', 'desk', now())", visit, order.patientId());
        practice.database.run("insert into appointment_request (appointment_id, service_request_id, live) values (?, ?, true)", visit, order.id());
        practice.database.run("set session_replication_role = origin");
    }

    private Decision proposed(String test) {
        return Decision.asProposed(practice.flag(form, test).id(), "Weak arm");
    }

    private void undo(String test) {
        UUID flag = practice.flag(form, test).id();
        practice.tell(CareService.class, care -> care.undo(form, flag));
    }

    private WholeCase whole() {
        return practice.ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN));
    }

    private List<FlagStepTaken> steps(String test) {
        UUID evaluation = practice.open(form).triage().evaluationId();
        Map<UUID, List<FlagStepTaken>> all = practice.ask(FlagService.class, flags -> flags.stepsOf(evaluation));
        return all.get(practice.flag(form, test).id());
    }
}
