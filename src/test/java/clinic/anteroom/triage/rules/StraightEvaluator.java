package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The evaluator as it was first written, straight from the documents: the oracle that the compiled one must agree with, byte
 * for byte.
 */
final class StraightEvaluator {

    private static final String VERSION = "1";

    private final RuleSet ruleSet;
    private final Answers answers;
    private final LocalDate asOf;
    private final StraightFlags flags = new StraightFlags();
    private final StraightUrgencyTally tally = new StraightUrgencyTally();
    private final StraightReferrals referrals = new StraightReferrals();
    private final StraightOpenQuestions open = new StraightOpenQuestions();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private StraightJudge judge;

    private StraightEvaluator(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.answers = answers;
        this.asOf = asOf;
        // Which tests were flagged while the form was filled in must not change what the rules say now.
        this.judge = new StraightJudge(ruleSet, new Inputs(whenFlagged(answers, Set.of()), asOf, ruleSet.words()));
    }

    static Evaluation evaluate(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        return new StraightEvaluator(ruleSet, answers, asOf).evaluate();
    }

    private Evaluation evaluate() {
        judgeAllButWarnings();
        Answers withSafety = whenFlagged(answers, flags.tests());
        judge = judge.with(new Inputs(withSafety, asOf, ruleSet.words()));
        ruleSet.rules(Level.W).forEach(this::warn);
        return new Evaluation(new Outcome(tally.urgency(), tally.rules(), flags.all(), suppressed,
                referrals.specialties(tally.urgency()), referrals.others(), warnings, notes), basis(), findings,
                open.inOrder(withSafety));
    }

    private static Answers whenFlagged(Answers answers, Set<String> tests) {
        return answers.flaggedTests().equals(tests) ? answers : answers.whenFlagged(tests);
    }

    private void judgeAllButWarnings() {
        for (Level level : List.of(Level.E, Level.U, Level.S, Level.R, Level.C, Level.M)) {
            ruleSet.rules(level).forEach(this::raise);
        }
        adjustTests();
    }

    private Basis basis() {
        RuleSet.Heading heading = ruleSet.heading();
        return new Basis(heading.canonical(), heading.sha256(), heading.status(), answers.questionnaire().canonical(),
                answers.sha256(), asOf, VERSION);
    }

    private void raise(Rule rule) {
        if (judgeAndFind(rule) == Truth.TRUE) {
            propose(rule);
            referrals.met(rule);
            if (rule.raise().urgency() != null) {
                tally.add(rule.id(), rule.raise().urgency());
            }
            if (rule.level() == Level.M) {
                notes.add(new Note(rule.id(), List.of()));
            }
        }
    }

    private void propose(Rule rule) {
        try {
            rule.raise().proposals().stream()
                    .filter(proposal -> proposal.onlyIf() == null || judge.of(proposal.onlyIf()) == Truth.TRUE)
                    .toList().forEach(proposal -> flags.add(rule, proposal));
        } catch (RuntimeException e) {
            lookByHand(rule, e);
        }
    }

    /** Order inside the level has no meaning: first what adds a test, then what takes one away, then notes to what is left. */
    private void adjustTests() {
        List<Rule> met = ruleSet.rules(Level.X).stream().filter(rule -> judgeAndFind(rule) == Truth.TRUE).toList();
        Set<String> before = flags.tests();
        met.stream().filter(rule -> before.containsAll(rule.onTests())).forEach(this::propose);
        for (Rule rule : met) {
            rule.raise().suppressed().forEach(test -> flags.remove(test)
                    .forEach(flag -> suppressed.add(new Suppressed(flag, rule.id()))));
        }
        met.stream().filter(rule -> rule.raise().suppressed().isEmpty() && !flags.named(rule.onTests()).isEmpty())
                .forEach(rule -> notes.add(new Note(rule.id(), flags.named(rule.onTests()))));
    }

    private void warn(Rule rule) {
        List<String> tests = flags.named(rule.onTests());
        if (tests.isEmpty() && !rule.onTests().isEmpty()) {
            return;
        }
        Truth truth = judgeAndFind(rule);
        if (truth == Truth.TRUE) {
            warnings.add(new Warning(rule.id(), tests, restsOnUnsure(findings.get(findings.size() - 1))));
        } else if (truth == Truth.UNKNOWN && rule.onUnknown().policy() == OnUnknown.Policy.RAISE) {
            warnings.add(new Warning(rule.id(), tests, true));
        }
    }

    private static boolean restsOnUnsure(Finding finding) {
        return finding.because().stream().anyMatch(because -> "UNSURE".equals(because.answer()));
    }

    /** A rule that throws is found, not lost: unknown, urgent, and to be looked at by hand. */
    private Truth judgeAndFind(Rule rule) {
        try {
            Truth truth = judge.of(rule.when());
            judge.remember(rule.id(), truth);
            if (truth != Truth.FALSE) {
                StraightReasons reasons = new StraightReasons(ruleSet, judge).collect(rule.when(), truth, "");
                find(rule, new Finding(rule.id(), rule.version(), rule.level(), truth, reasons.because(), reasons.missing(), null));
            }
            return truth;
        } catch (RuntimeException e) {
            judge.remember(rule.id(), Truth.UNKNOWN);
            lookByHand(rule, e);
            return Truth.UNKNOWN;
        }
    }

    private void lookByHand(Rule rule, RuntimeException failure) {
        findings.add(new Finding(rule.id(), rule.version(), rule.level(), Truth.UNKNOWN, List.of(), List.of(),
                failure.getClass().getSimpleName()));
        tally.add(rule.id(), Urgency.URGENT);
    }

    private void find(Rule rule, Finding finding) {
        findings.add(finding);
        OnUnknown onUnknown = rule.onUnknown();
        if (finding.truth() != Truth.UNKNOWN || onUnknown.policy() == OnUnknown.Policy.IGNORE) {
            return;
        }
        open.add(finding);
        if (onUnknown.policy() == OnUnknown.Policy.RAISE && onUnknown.urgency() != null && isGiven(onUnknown)) {
            tally.add(rule.id(), onUnknown.urgency());
            referrals.notRuledOut(rule);
        } else if (rule.level().compareTo(Level.C) < 0 && onUnknown.policy() != OnUnknown.Policy.ASK) {
            tally.add(rule.id(), Urgency.ROUTINE);
        }
    }

    private boolean isGiven(OnUnknown onUnknown) {
        return onUnknown.given() == null || judge.of(onUnknown.given()) == Truth.TRUE;
    }
}
