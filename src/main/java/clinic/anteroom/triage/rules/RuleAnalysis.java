package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rule document means, beyond what {@link RuleSetCheck} finds in its words: rules that can never or always be true,
 * that another one makes needless, that contradict each other, forms without an urgency, options nobody reads. Each remark
 * comes with a sample patient. Run it only on documents without faults.
 *
 * <p>Limits: forms are complete except where a rule asks whether something was answered; a duration stands for its band;
 * whether a test is flagged does not count.
 */
public final class RuleAnalysis {

    /** Steps one question may cost. */
    public static final long BUDGET = 3_000_000;

    /** Options that say "nothing to report". */
    private static final Set<String> MEANT_TO_BE_UNREAD = Set.of("UNSURE", "NONE", "NO", "NORMAL", "SELF", "OTHER", "NOT_TRIED",
            "NOT_POSSIBLE", "PREFER_NOT");

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final long budget;
    private final Space space;
    private final FormulaBuilder formulas;
    private final SampleSearch search;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, long[]> witnesses = new HashMap<>();
    private final List<long[]> samples = new ArrayList<>();
    private final Map<String, BitSet> metBy = new HashMap<>();
    private final Map<String, BitSet> refusedBy = new HashMap<>();
    // A few patients show most of what there is to show.
    private final Map<long[], Answers> patients = new IdentityHashMap<>();
    private final List<Formula> met;
    private final List<Formula> refused;

    private RuleAnalysis(RuleSet ruleSet, Questionnaire questionnaire, LocalDate asOf, long budget) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.budget = budget;
        this.space = new Space(ruleSet, questionnaire, asOf);
        this.formulas = new FormulaBuilder(ruleSet, questionnaire, asOf, space);
        this.search = new SampleSearch(space);
        this.met = ruleSet.rules().stream().map(rule -> formulas.rule(rule.id(), true)).toList();
        this.refused = ruleSet.rules().stream().map(rule -> formulas.rule(rule.id(), false)).toList();
        ruleSet.rules().forEach(rule -> {
            metBy.put(rule.id(), new BitSet());
            refusedBy.put(rule.id(), new BitSet());
        });
    }

    /** Keeps a patient and what every rule makes of them: most questions about pairs are settled by somebody already found. */
    private long[] keep(long[] sample) {
        int at = samples.size();
        samples.add(sample);
        BitSet isMet = search.met(met, sample);
        BitSet isRefused = search.met(refused, sample);
        for (int i = 0; i < ruleSet.rules().size(); i++) {
            metBy.get(ruleSet.rules().get(i).id()).set(at, isMet.get(i));
            refusedBy.get(ruleSet.rules().get(i).id()).set(at, isRefused.get(i));
        }
        return sample;
    }

    private static int first(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.nextSetBit(0);
    }

    /**
     * All remarks, errors first.
     *
     * @param asOf   the day that ages and durations of the sample patients are reckoned from
     * @param budget steps each single question may cost, {@link #BUDGET} if nobody waits
     */
    public static List<Remark> of(RuleSet ruleSet, Questionnaire questionnaire, LocalDate asOf, long budget) {
        Soundness soundness = new Soundness(ruleSet, questionnaire);
        ruleSet.rules().stream().filter(rule -> !soundness.asksEarlierOnly(rule)).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("Rule " + rule.id() + " asks about rules that are not on an earlier level.\n"
                    + "Maybe RuleSetCheck was not asked first.");
        });
        return new RuleAnalysis(ruleSet, questionnaire, asOf, budget).run();
    }

    private List<Remark> run() {
        ruleSet.rules().forEach(this::single);
        List<Rule> living = ruleSet.rules().stream().filter(rule -> witnesses.containsKey(rule.id())).toList();
        for (int i = 0; i < living.size(); i++) {
            for (int j = i + 1; j < living.size(); j++) {
                pair(living.get(i), living.get(j));
            }
        }
        gap();
        options();
        remarks.sort(java.util.Comparator.comparing(Remark::severity));
        return List.copyOf(remarks);
    }

    private void single(Rule rule) {
        switch (search.search(formulas.rule(rule.id(), true), budget)) {
            case FOUND -> {
                witnesses.put(rule.id(), keep(search.sample()));
                always(rule);
            }
            case NONE -> never(rule);
            default -> notDecided(List.of(rule.id()), "whether it can be true");
        }
    }

    private void always(Rule rule) {
        switch (search.search(formulas.rule(rule.id(), false), budget)) {
            case FOUND -> keep(search.sample());
            case NONE -> add(Remark.Kind.ALWAYS_TRUE, List.of(rule.id()), rule.id() + " is true for every complete form",
                    witnesses.get(rule.id()));
            default -> notDecided(List.of(rule.id()), "whether it can be false");
        }
    }

    /** The witness satisfies all but one part, if there is such a patient. */
    private void never(Rule rule) {
        List<Expression> parts = parts(rule.when());
        for (int without = 0; without < parts.size() && parts.size() > 1; without++) {
            List<Formula> rest = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (i != without) {
                    rest.add(formulas.of(parts.get(i), true));
                }
            }
            if (search.search(Formula.all(rest), budget) == SampleSearch.Result.FOUND) {
                add(Remark.Kind.NEVER_TRUE, List.of(rule.id()), rule.id() + " can never be true: its part " + (without + 1)
                        + " of " + parts.size() + " rules out the others", search.sample());
                return;
            }
        }
        search.search(Formula.TRUE, budget);
        add(Remark.Kind.NEVER_TRUE, List.of(rule.id()), rule.id() + " can never be true", search.sample());
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            return parts(reference.body());
        }
        return expression instanceof Expression.All all
                ? all.children().stream().flatMap(child -> parts(child).stream()).toList() : List.of(expression);
    }

    private void pair(Rule one, Rule other) {
        boolean urgent = one.raise().urgency() != null && other.raise().urgency() != null;
        if (!urgent || one.level().compareTo(Level.C) >= 0 || other.level().compareTo(Level.C) >= 0) {
            return;
        }
        Set<String> tests = common(one, other);
        boolean same = !tests.isEmpty() || tests(one).isEmpty() && tests(other).isEmpty();
        if (same && (covers(other, one) && implied(one, other) || covers(one, other) && implied(other, one))) {
            return;
        }
        boolean strength = tests.stream().anyMatch(test -> tests(one).get(test) != tests(other).get(test));
        boolean equal = one.raise().urgency() == other.raise().urgency();
        boolean specialties = equal && !one.raise().specialties().isEmpty() && !other.raise().specialties().isEmpty()
                && Collections.disjoint(one.raise().specialties(), other.raise().specialties());
        if (!equal && !tests.isEmpty()) {
            both(Remark.Kind.OVERLAP, one, other, "raise " + tests + " with different urgency");
        }
        if (equal && strength) {
            both(Remark.Kind.STRENGTH_CLASH, one, other, "raise " + tests + " with different strength");
        }
        if (specialties) {
            both(Remark.Kind.SPECIALTY_CLASH, one, other, "send the patient to " + one.raise().specialties() + " and " + other.raise().specialties());
        }
    }

    /** Whether what {@code other} raises is no less than what {@code one} raises. */
    private static boolean covers(Rule other, Rule one) {
        return tests(other).keySet().containsAll(tests(one).keySet())
                && other.raise().urgency().compareTo(one.raise().urgency()) <= 0
                && tests(one).entrySet().stream().allMatch(test -> tests(other).get(test.getKey()).compareTo(test.getValue()) >= 0);
    }

    private boolean implied(Rule one, Rule other) {
        Formula is = formulas.rule(one.id(), true);
        Formula not = formulas.rule(other.id(), false);
        if (first(metBy.get(one.id()), refusedBy.get(other.id())) >= 0) {
            return false;
        }
        return switch (search.search(Formula.all(List.of(is, not)), budget)) {
            case FOUND -> {
                keep(search.sample());
                yield false;
            }
            case NONE -> {
                boolean heard = one.raise().urgency() == other.raise().urgency();
                add(heard ? Remark.Kind.REDUNDANT : Remark.Kind.URGENCY_NEVER_HEARD, List.of(one.id(), other.id()),
                        "whenever " + one.id() + " (" + one.raise().urgency() + ") is true, so is " + other.id() + " ("
                                + other.raise().urgency() + ") with the same tests", witnesses.get(one.id()));
                yield true;
            }
            default -> {
                notDecided(List.of(one.id(), other.id()), "whether the first implies the second");
                yield false;
            }
        };
    }

    private void both(Remark.Kind kind, Rule one, Rule other, String what) {
        Formula both = Formula.all(List.of(formulas.rule(one.id(), true), formulas.rule(other.id(), true)));
        String sentence = one.id() + " and " + other.id() + " " + what;
        int known = first(metBy.get(one.id()), metBy.get(other.id()));
        if (known >= 0) {
            add(kind, List.of(one.id(), other.id()), sentence, samples.get(known));
            return;
        }
        switch (search.search(both, budget)) {
            case FOUND -> add(kind, List.of(one.id(), other.id()), sentence, keep(search.sample()));
            case NONE -> { }
            default -> notDecided(List.of(one.id(), other.id()), "whether both can be true");
        }
    }

    private void gap() {
        List<Formula> none = ruleSet.rules().stream().filter(rule -> rule.raise().urgency() != null)
                .map(rule -> formulas.rule(rule.id(), false)).toList();
        switch (search.search(Formula.all(none), budget)) {
            case FOUND -> add(Remark.Kind.GAP, List.of(), "a complete form that no rule gives an urgency: it becomes routine", search.sample());
            case NONE -> { }
            default -> notDecided(List.of(), "whether every complete form gets an urgency");
        }
    }

    private void options() {
        Map<String, Set<String>> read = new HashMap<>();
        ruleSet.rules().stream().flatMap(Rule::expressions).flatMap(Expression::tree).filter(Condition.class::isInstance)
                .map(Condition.class::cast).forEach(condition -> {
                    if (condition.constant() instanceof Constant.Codes codes) {
                        read.computeIfAbsent(condition.input(), key -> new HashSet<>()).addAll(codes.codes());
                        if (condition.operator() == Operator.ONLY) {
                            questionnaire.find(condition.input()).ifPresent(question -> question.options()
                                    .forEach(option -> read.get(condition.input()).add(option.code())));
                        }
                    }
                });
        Set<String> derived = java.util.Arrays.stream(DerivedInput.values()).flatMap(input -> input.questions().stream()).collect(Collectors.toSet());
        questionnaire.questions().stream().filter(question -> read.containsKey(question.linkId()) && !derived.contains(question.linkId()))
                .forEach(question -> unread(question, read.get(question.linkId())));
    }

    private void unread(Question question, Set<String> read) {
        Set<String> unread = new TreeSet<>();
        question.options().stream().map(option -> option.code()).filter(code -> !MEANT_TO_BE_UNREAD.contains(code) && !read.contains(code)).forEach(unread::add);
        if (!unread.isEmpty()) {
            String code = unread.iterator().next();
            boolean found = search.search(formulas.picked(question, code), budget) == SampleSearch.Result.FOUND;
            add(Remark.Kind.OPTION_UNREAD, List.of(), "no rule reads " + question.linkId() + " " + String.join(", ", unread),
                    found ? search.sample() : null);
        }
    }

    private static Set<String> common(Rule one, Rule other) {
        Set<String> tests = new LinkedHashSet<>(tests(one).keySet());
        tests.retainAll(tests(other).keySet());
        return tests;
    }

    private static Map<String, Strength> tests(Rule rule) {
        return rule.raise().proposals().stream().collect(Collectors.toMap(proposal -> proposal.test() + " " + proposal.bodyPart(),
                Proposal::strength, (first, second) -> first.compareTo(second) > 0 ? first : second));
    }

    private void notDecided(List<String> rules, String what) {
        remarks.add(new Remark(Remark.Kind.NOT_DECIDED, rules, "not decided within " + budget + " steps: " + what, null));
    }

    private void add(Remark.Kind kind, List<String> rules, String sentence, long[] patient) {
        remarks.add(new Remark(kind, rules, sentence, patient == null ? null : patients.computeIfAbsent(patient, space::patient)));
    }
}
