package clinic.anteroom.care;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Practice;
import clinic.anteroom.testing.SqlCalls;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import clinic.anteroom.triage.rules.SomeAnswers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor's list: what lies in which folder, in which order, page by page, and what it costs. */
class WorklistTest {

    private static final WorklistQuery NEW = WorklistQuery.all(CaseFolder.NEW);

    private Practice practice;
    private String family;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
        family = "Fam" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aCaseLiesInTheFolderOfWhatIsNextAndEachFolderIsCounted() throws SQLException {
        Map<CaseFolder, Integer> before = counts();
        UUID form = practice.cases.weakArm("Ada", family);
        assertThat(foldersOf(form)).containsExactly(CaseFolder.NEW, CaseFolder.TO_CONFIRM, CaseFolder.OPEN);
        assertThat(counts().get(CaseFolder.NEW)).isEqualTo(before.get(CaseFolder.NEW) + 1);

        practice.on(form, (cases, seen) -> cases.assign(form, seen, "dr.osei"));
        assertThat(foldersOf(form)).containsExactly(CaseFolder.MINE, CaseFolder.TO_CONFIRM, CaseFolder.OPEN);
        assertThat(practice.as("dr.carvalho").ask(CareService.class, care -> care.worklist(search(CaseFolder.MINE))).cases()).isEmpty();

        practice.as("dr.osei").ask(CaseService.class, cases -> cases.ask(form, "Can you still climb stairs?"));
        assertThat(foldersOf(form)).containsExactly(CaseFolder.MINE, CaseFolder.AWAITING_PATIENT, CaseFolder.OPEN);
        UUID question = practice.ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN)).around().questions().get(0).id();
        practice.tell(CaseService.class, cases -> cases.answered(form, question, "With the rail"));
        assertThat(foldersOf(form)).as("it comes back by itself").containsExactly(CaseFolder.MINE, CaseFolder.TO_CONFIRM, CaseFolder.OPEN);

        for (String test : List.of("EMG", "NCS", "MRI", "BLOOD")) {
            practice.confirm(form, test);
        }
        assertThat(foldersOf(form)).containsExactly(CaseFolder.MINE, CaseFolder.AWAITING_RESULTS, CaseFolder.OPEN);
        practice.database.run("update care_case set due_at = now() + interval '23 hours' where response_id = ?", form);
        assertThat(foldersOf(form)).contains(CaseFolder.URGENT);
        practice.on(form, (cases, seen) -> cases.close(form, seen, "Seen elsewhere"));
        assertThat(foldersOf(form)).containsExactly(CaseFolder.DONE);
        assertThat(counts().get(CaseFolder.NEW)).isEqualTo(before.get(CaseFolder.NEW));
        assertThat(counts().get(CaseFolder.DONE)).isEqualTo(before.get(CaseFolder.DONE) + 1);
    }

    @Test
    void aStoppedFormLiesAmongEmergenciesOnlyWithWhatThePatientAnswered() throws SQLException {
        UUID form = practice.cases.stopped();
        String reference = practice.open(form).summary().reference();
        assertThat(practice.open(form).summary()).satisfies(one -> {
            assertThat(one.diverted()).isTrue();
            assertThat(one.emergencyTold()).isEqualTo("Cannot swallow spit, or choking");
            assertThat(one.emergencyReply()).isEqualTo("CANNOT_CALL");
            assertThat(one.emergencyPhone()).isEqualTo("416 555 0111");
        });
        for (CaseFolder folder : CaseFolder.values()) {
            assertThat(list(new WorklistQuery(folder, "", "", reference, null, null))).as(folder.name())
                    .hasSize(folder == CaseFolder.EMERGENCIES || folder == CaseFolder.OPEN ? 1 : 0);
        }
    }

    @Test
    void whatIsDueFirstStandsFirstAndPagesFollowEachOtherWithoutGapOrRepetition() throws SQLException {
        int many = Worklist.LONGEST + 7;
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // Some are due at the same moment, and the last three never.
            UUID form = practice.cases.add("N" + i, family, 5, SomeAnswers.manOf58());
            practice.database.run("update care_case set due_at = case when ? < 3 then null else timestamptz '2027-01-30' - make_interval(days => ?) end where response_id = ?",
                    i, i / 2, form);
        }
        expected.addAll(practice.database.list("select c.response_id from care_case c join questionnaire_response r on r.id = c.response_id "
                + "join patient p on p.id = r.patient_id where p.family_name = ? order by c.due_at nulls last, c.since, c.response_id", family));
        Worklist first = practice.ask(CareService.class, care -> care.worklist(search(CaseFolder.NEW)));
        assertThat(first.cases()).hasSize(Worklist.LONGEST);
        assertThat(first.earlier()).isFalse();
        assertThat(first.more()).isTrue();
        UUID last = first.cases().get(Worklist.LONGEST - 1).responseId();
        Worklist second = practice.ask(CareService.class, care -> care.worklist(new WorklistQuery(CaseFolder.NEW, "", "", family, last, null)));
        assertThat(second.more()).isFalse();
        assertThat(second.earlier()).isTrue();
        List<String> read = new ArrayList<>(ids(first));
        read.addAll(ids(second));
        assertThat(read).isEqualTo(expected);
        Worklist back = practice.ask(CareService.class,
                care -> care.worklist(new WorklistQuery(CaseFolder.NEW, "", "", family, null, second.cases().get(0).responseId())));
        assertThat(ids(back)).isEqualTo(ids(first));
        assertThat(back.earlier()).isFalse();
        assertThat(back.more()).isTrue();
        for (int i = 0; i < many - 1; i++) {
            UUID here = UUID.fromString(expected.get(i));
            Neighbours beside = practice.ask(CareService.class, care -> care.beside(here, CaseFolder.NEW));
            assertThat(beside.next()).isNotNull();
            assertThat(i == 0 || beside.previous() != null).isTrue();
        }
    }

    @Test
    void closedCasesArePagedTheNewestFirst() throws SQLException {
        for (int i = 0; i < Worklist.LONGEST + 3; i++) {
            UUID form = practice.cases.add("D" + i, family, i % 9, SomeAnswers.harmless());
            practice.database.run("update care_case set is_open = false where response_id = ?", form);
        }
        Worklist first = practice.ask(CareService.class, care -> care.worklist(search(CaseFolder.DONE)));
        Worklist second = practice.ask(CareService.class,
                care -> care.worklist(new WorklistQuery(CaseFolder.DONE, "", "", family, first.cases().get(Worklist.LONGEST - 1).responseId(), null)));
        List<Instant> since = new ArrayList<>(first.cases().stream().map(CaseSummary::since).toList());
        since.addAll(second.cases().stream().map(CaseSummary::since).toList());
        assertThat(since).hasSize(Worklist.LONGEST + 3).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void complaintTestAndWordsNarrowTheListAndSignsOfPatternsAreLetters() throws SQLException {
        UUID form = practice.cases.weakArm("Ada", family);
        practice.cases.add("Bo", family, 1, SomeAnswers.harmless());
        assertThat(list(new WorklistQuery(CaseFolder.OPEN, "", "EMG", family, null, null))).extracting(CaseSummary::responseId).containsExactly(form);
        assertThat(list(new WorklistQuery(CaseFolder.OPEN, "muscle-twitching", "", "Ada " + family, null, null))).hasSize(1);
        assertThat(list(new WorklistQuery(CaseFolder.OPEN, "passing-out", "", family, null, null))).isEmpty();
        assertThat(list(new WorklistQuery(CaseFolder.OPEN, "", "", family.substring(0, 5) + "%", null, null))).isEmpty();
        assertThat(list(new WorklistQuery(CaseFolder.OPEN, "", "", family.replace(family.charAt(4), '_'), null, null))).isEmpty();
    }

    @Test
    void aRowSaysWhoseItIsAndHowManyOrdersHaveAVisit() throws SQLException {
        UUID form = practice.cases.weakArm("Ada", family);
        practice.on(form, (cases, seen) -> cases.assign(form, seen, "dr.carvalho"));
        Order emg = practice.confirm(form, "EMG");
        practice.confirm(form, "MRI");
        step(emg, FlagStep.BOOKED);
        assertThat(list(search(CaseFolder.OPEN)).get(0).work()).satisfies(work -> {
            assertThat(work.owner()).isEqualTo("dr.carvalho");
            assertThat(work.orders()).isEqualTo(2);
            assertThat(work.booked()).isEqualTo(1);
        });
        step(emg, FlagStep.CALLED_OFF);
        assertThat(list(search(CaseFolder.OPEN)).get(0).work().booked()).isZero();
    }

    @Test
    void whoElseHasACaseOpenIsToldUntilTheyLeaveOrFallSilent() throws SQLException {
        UUID form = practice.cases.weakArm("Ada", family);
        practice.as("dr.carvalho").ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN));
        assertThat(practice.as("dr.carvalho").open(form).summary().work().readers()).as("nobody is told of oneself").isEmpty();
        assertThat(practice.as("dr.osei").open(form).summary().work().readers()).containsExactly("dr.carvalho");
        practice.as("dr.carvalho").tell(CaseService.class, cases -> cases.leave(form));
        assertThat(practice.as("dr.osei").open(form).summary().work().readers()).isEmpty();
        practice.as("dr.carvalho").ask(CaseService.class, cases -> cases.present(form));
        practice.database.run("update care_case_reader set seen_at = now() - interval '46 seconds' where response_id = ?", form);
        assertThat(practice.as("dr.osei").open(form).summary().work().readers()).isEmpty();
    }

    @Test
    void aPageIsToldHowManyCasesCameSinceItWasRead() throws SQLException {
        Worklist read = practice.ask(CareService.class, care -> care.worklist(NEW));
        practice.later(Duration.ofSeconds(1));
        UUID form = practice.cases.weakArm("Ada", family);
        practice.database.run("update care_case set since = now() + interval '1 second' where response_id = ?", form);
        assertThat(practice.<CaseService, Integer>ask(CaseService.class, cases -> cases.newer(CaseFolder.NEW, read.readAt()))).isEqualTo(1);
        assertThat(practice.<CaseService, Integer>ask(CaseService.class, cases -> cases.newer(CaseFolder.DONE, read.readAt()))).isZero();
    }

    @Test
    void aListTakesThreeStatementsHoweverManyCasesItShows() throws SQLException {
        practice.cases.weakArm("Ada", family);
        int one = statements(() -> list(search(CaseFolder.OPEN)));
        for (int i = 0; i < 20; i++) {
            practice.cases.weakArm("Ada" + i, family);
        }
        assertThat(list(search(CaseFolder.OPEN))).hasSize(21);
        assertThat(statements(() -> list(search(CaseFolder.OPEN)))).as("rows, counts, the trail").isEqualTo(one).isEqualTo(3);
    }

    @Test
    void aCaseTakesThirtyStatementsHoweverManyFlagsAndOrdersItHas() throws SQLException {
        UUID form = practice.cases.weakArm("Ada", family);
        UUID plain = practice.cases.add("Bo", family, 1, SomeAnswers.harmless());
        practice.open(plain);
        int without = statements(() -> practice.ask(WholeCaseService.class, whole -> whole.read(plain, CaseFolder.OPEN)));
        int withFlags = statements(() -> practice.ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN)));
        assertThat(withFlags).isLessThanOrEqualTo(30).isLessThanOrEqualTo(without + 1);
        practice.confirm(form, "EMG");
        int withOne = statements(() -> practice.ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN)));
        practice.confirm(form, "NCS");
        practice.confirm(form, "BLOOD");
        assertThat(statements(() -> practice.ask(WholeCaseService.class, whole -> whole.read(form, CaseFolder.OPEN)))).isEqualTo(withOne);
    }

    @Test
    void theListIsReadInItsOrderFromTheIndex() throws SQLException {
        // Few rows would be sorted gladly; with sorting at any price forbidden, only an index that fits saves it.
        practice.database.run("set enable_seqscan = off");
        practice.database.run("set enable_sort = off");
        String plan = String.join("\n", practice.database.list("explain select c.response_id from care_case c where c.is_open and (" + CaseFolder.OPEN.condition()
                + ") order by coalesce(c.due_at, 'infinity'), c.since, c.response_id limit " + (Worklist.LONGEST + 1)));
        assertThat(plan).contains("care_case_in_order").doesNotContain("Sort");
    }

    private void step(Order order, FlagStep step) {
        practice.tell(FlagService.class, flags -> flags.moveOn(order.flagId(), step, null));
        practice.later(Duration.ofSeconds(1));
    }

    private static int statements(Runnable work) {
        try (SqlCalls calls = new SqlCalls()) {
            work.run();
            return calls.count();
        }
    }

    private WorklistQuery search(CaseFolder folder) {
        return new WorklistQuery(folder, "", "", family, null, null);
    }

    private List<CaseSummary> list(WorklistQuery query) {
        return practice.ask(CareService.class, care -> care.worklist(query)).cases();
    }

    private List<CaseFolder> foldersOf(UUID form) {
        return List.of(CaseFolder.values()).stream()
                .filter(folder -> list(search(folder)).stream().anyMatch(one -> one.responseId().equals(form))).toList();
    }

    private Map<CaseFolder, Integer> counts() {
        return practice.ask(CareService.class, care -> care.worklist(NEW)).counts();
    }

    private static List<String> ids(Worklist list) {
        return list.cases().stream().map(one -> one.responseId().toString()).toList();
    }
}
