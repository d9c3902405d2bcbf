package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads answers with a rule set. Pure: no clock, no locale, no database, no order from hash maps. Levels are judged in
 * their order; then tests are suppressed, notes and warnings added.
 *
 * <p>Warnings are judged as if the safety questions of the flagged tests had been put: one that never was is missing, not
 * "no". Which tests were flagged while the form was filled in does not change what the rules say now.
 */
public final class Evaluator {

    /** Changes whenever the same basis could give another text. */
    public static final String VERSION = "1";

    private static final Level[] BEFORE_TESTS_ARE_ADJUSTED = {Level.E, Level.U, Level.S, Level.R, Level.C, Level.M};

    private final CompiledRules rules;
    private final Judge judge;
    private final Flags flags;
    private final UrgencyTally tally = new UrgencyTally();
    private final Referrals referrals = new Referrals();
    private final List<Verdict> verdicts = new ArrayList<>(16);
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Evaluator(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.rules = ruleSet.compiledFor(answers.questionnaire());
        this.judge = new Judge(rules, answers, asOf, Set.of());
        this.flags = new Flags(rules);
    }

    /**
     * What the rules say.
     *
     * @param ruleSet a document that {@link RuleSetCheck} has passed; never null
     * @param answers never null
     * @param asOf    the day ages and durations are reckoned from: the day of submission; never null
     */
    public static Evaluation evaluate(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        return new Evaluator(ruleSet, answers, asOf).evaluate().evaluation();
    }

    /** What the rules say, and all that lies behind it. */
    static Judged judged(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        return new Evaluator(ruleSet, answers, asOf).evaluate();
    }

    /** Urgency, flags and findings of all levels but warnings: what a search needs a thousand times. */
    static Evaluation sketch(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        Evaluator evaluator = new Evaluator(ruleSet, answers, asOf);
        evaluator.judgeAllButWarnings();
        return evaluator.judged().evaluation();
    }

    /** An evaluation and what it was made from. */
    record Judged(Evaluation evaluation, Trace trace) {
    }

    private Judged evaluate() {
        judgeAllButWarnings();
        judge.flag(flags.tests());
        for (CompiledRule rule : rules.rules(Level.W)) {
            warn(rule);
        }
        return judged();
    }

    private Judged judged() {
        Trace trace = new Trace(rules, judge, verdicts);
        return new Judged(new Evaluation(new Outcome(tally.urgency(), tally.rules(), flags.all(), suppressed,
                referrals.specialties(tally.urgency()), referrals.others(), warnings, notes), trace), trace);
    }

    private void judgeAllButWarnings() {
        for (Level level : BEFORE_TESTS_ARE_ADJUSTED) {
            for (CompiledRule rule : rules.rules(level)) {
                raise(rule);
            }
        }
        adjustTests();
    }

    private void raise(CompiledRule compiled) {
        if (judge(compiled) == Truth.TRUE) {
            Rule rule = compiled.rule();
            propose(compiled);
            referrals.met(rule);
            if (rule.raise().urgency() != null) {
                tally.add(rule.id(), rule.raise().urgency());
            }
            if (rule.level() == Level.M) {
                notes.add(new Note(rule.id(), List.of()));
            }
        }
    }

    /** All its tests or, if one cannot be judged, none. */
    private void propose(CompiledRule rule) {
        try {
            for (int i = 0; i < rule.proposals().size(); i++) {
                isWanted(rule.proposals().get(i));
            }
        } catch (RuntimeException e) {
            lookByHand(rule.rule(), e);
            return;
        }
        for (int i = 0; i < rule.proposals().size(); i++) {
            if (isWanted(rule.proposals().get(i))) {
                flags.add(rule.rule(), rule.proposals().get(i));
            }
        }
    }

    private boolean isWanted(CompiledRule.Test test) {
        return test.onlyIf() == null || test.onlyIf().judge(judge) == Truth.TRUE;
    }

    /** Order inside the level has no meaning: first what adds a test, then what takes one away, then notes to what is left. */
    private void adjustTests() {
        List<CompiledRule> met = new ArrayList<>(2);
        for (CompiledRule rule : rules.rules(Level.X)) {
            if (judge(rule) == Truth.TRUE) {
                met.add(rule);
            }
        }
        if (met.isEmpty()) {
            return;
        }
        Set<String> before = flags.tests();
        for (CompiledRule rule : met) {
            if (before.containsAll(rule.rule().onTests())) {
                propose(rule);
            }
        }
        for (CompiledRule rule : met) {
            for (String test : rule.rule().raise().suppressed()) {
                for (Flag flag : flags.remove(test)) {
                    suppressed.add(new Suppressed(flag, rule.rule().id()));
                }
            }
        }
        for (CompiledRule rule : met) {
            List<String> tests = flags.named(rule.onTests());
            if (rule.rule().raise().suppressed().isEmpty() && !tests.isEmpty()) {
                notes.add(new Note(rule.rule().id(), tests));
            }
        }
    }

    private void warn(CompiledRule compiled) {
        Rule rule = compiled.rule();
        List<String> tests = flags.named(compiled.onTests());
        if (tests.isEmpty() && !compiled.onTests().isEmpty()) {
            return;
        }
        Truth truth = judge(compiled);
        if (truth == Truth.TRUE) {
            warnings.add(new Warning(rule.id(), tests, Reasons.restOnUnsure(compiled.when(), truth, judge)));
        } else if (truth == Truth.UNKNOWN && rule.onUnknown().policy() == OnUnknown.Policy.RAISE) {
            warnings.add(new Warning(rule.id(), tests, true));
        }
    }

    /** A rule that throws is found, not lost: unknown, urgent, and to be looked at by hand. */
    private Truth judge(CompiledRule compiled) {
        Rule rule = compiled.rule();
        try {
            Truth truth = compiled.when().judge(judge);
            judge.learnRule(compiled.index(), truth);
            if (truth != Truth.FALSE) {
                if (!compiled.isSound()) {
                    new Reasons(judge).collect(compiled.when(), truth, "");
                }
                verdicts.add(new Verdict(rule.id(), rule.level(), truth, null));
            }
            if (truth == Truth.UNKNOWN) {
                minded(compiled);
            }
            return truth;
        } catch (RuntimeException e) {
            judge.learnRule(compiled.index(), Truth.UNKNOWN);
            lookByHand(rule, e);
            return Truth.UNKNOWN;
        }
    }

    private void lookByHand(Rule rule, RuntimeException failure) {
        verdicts.add(new Verdict(rule.id(), rule.level(), Truth.UNKNOWN, failure.getClass().getSimpleName()));
        tally.add(rule.id(), Urgency.URGENT);
    }

    /** What an unknown does stands in the rule. */
    private void minded(CompiledRule compiled) {
        Rule rule = compiled.rule();
        OnUnknown onUnknown = rule.onUnknown();
        if (onUnknown.policy() == OnUnknown.Policy.RAISE && onUnknown.urgency() != null && isGiven(compiled)) {
            tally.add(rule.id(), onUnknown.urgency());
            referrals.notRuledOut(rule);
        } else if (rule.level().compareTo(Level.C) < 0
                && (onUnknown.policy() == OnUnknown.Policy.RAISE || onUnknown.policy() == OnUnknown.Policy.FLOOR)) {
            tally.add(rule.id(), Urgency.ROUTINE);
        }
    }

    private boolean isGiven(CompiledRule rule) {
        return rule.given() == null || rule.given().judge(judge) == Truth.TRUE;
    }
}
