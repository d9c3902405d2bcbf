package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches the fewest answers to change so that the rules say something else: first one, then two, up to four, within a
 * budget of evaluations. Two runs look in the same order and find the same.
 */
final class SmallestChange {

    /** Evaluations one search may cost; about a quarter of a second. */
    private static final int BUDGET = 1200;
    private static final int MOST_FLIPS = 4;
    private static final int SHOWN = 3;

    private final RuleSet ruleSet;
    private final Answers answers;
    private final LocalDate asOf;
    private final OtherAnswers others;
    private int left;

    /** What the rules say after some answers were changed. */
    private record State(Answers answers, List<Flip> flips, Evaluation evaluation) {

        private Optional<Flag> flag(Flag wanted) {
            return evaluation.flags().stream()
                    .filter(flag -> flag.test().equals(wanted.test()) && flag.bodyPart().equals(wanted.bodyPart())).findFirst();
        }

        private List<Because> because(String rule) {
            return evaluation.findings().stream().filter(finding -> finding.rule().equals(rule)).findFirst()
                    .map(Finding::because).orElse(List.of());
        }

        private Change change() {
            return new Change(flips, evaluation.urgency());
        }
    }

    SmallestChange(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.answers = answers;
        this.asOf = asOf;
        this.others = new OtherAnswers(ruleSet, asOf);
    }

    /** The smallest changes that remove a flag; at most three, all of the same size. */
    List<Change> toRemove(Flag flag, Evaluation now) {
        return deepen(new State(answers, List.of(), now), (state, depth, found) -> remove(flag, state, depth, found));
    }

    /** Whether each of these changes removes this flag too. */
    boolean allRemove(Flag flag, List<Change> changes) {
        return changes.stream().allMatch(change -> {
            State state = new State(answers, List.of(), null);
            for (Flip flip : change.flips()) {
                state = after(state, flip);
            }
            return state.flag(flag).isEmpty();
        });
    }

    /** The smallest changes that make it more urgent; at most three, all of the same size. */
    List<Change> toRaise(Set<String> questions, Evaluation now) {
        return deepen(new State(answers, List.of(), now), (state, depth, found) -> raise(questions, now.urgency(), state, depth, found));
    }

    /** One way to look for changes of {@code depth} more answers. */
    private interface Step {
        void look(State state, int depth, List<Change> found);
    }

    private List<Change> deepen(State now, Step step) {
        left = BUDGET;
        List<Change> found = new ArrayList<>();
        for (int depth = 1; depth <= MOST_FLIPS && found.isEmpty() && left > 0; depth++) {
            step.look(now, depth, found);
        }
        found.sort(Comparator.comparing(Change::urgency).reversed());
        return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
    }

    /**
     * The flag stays while one of its rules is true, so something about the rule with the fewest reasons must change: only
     * answers among its reasons are tried, and only changes that leave it fewer reasons are followed.
     */
    private void remove(Flag wanted, State state, int depth, List<Change> found) {
        Flag flag = state.flag(wanted).orElseThrow();
        String rule = flag.rules().stream().min(Comparator.comparing(id -> state.because(id).size())).orElseThrow();
        Set<String> seen = new HashSet<>();
        for (State next : after(state, questionsBehind(rule, flag, state))) {
            if (next.flag(wanted).isEmpty()) {
                if (seen.add(next.flips().get(next.flips().size() - 1).linkId())) {
                    add(next, found);
                }
            } else if (depth > 1 && closer(rule, state, next, wanted) && seen.add(progress(rule, next, wanted))) {
                remove(wanted, next, depth - 1, found);
            }
        }
    }

    private boolean closer(String rule, State before, State after, Flag wanted) {
        return !after.flag(wanted).orElseThrow().rules().contains(rule) || after.because(rule).size() < before.because(rule).size();
    }

    private static String progress(String rule, State state, Flag wanted) {
        return state.flips().get(state.flips().size() - 1).linkId() + state.flag(wanted).orElseThrow().rules() + state.because(rule);
    }

    private void raise(Set<String> questions, Urgency now, State state, int depth, List<Change> found) {
        for (State next : after(state, questions)) {
            if (next.evaluation().urgency().compareTo(now) < 0) {
                add(next, found);
            } else if (depth > 1) {
                raise(questions, now, next, depth - 1, found);
            }
        }
    }

    private static void add(State state, List<Change> found) {
        boolean sameQuestions = found.stream().anyMatch(change -> questions(change.flips()).equals(questions(state.flips()))
                && change.urgency() == state.evaluation().urgency());
        boolean fewer = found.isEmpty() || found.get(0).flips().size() >= state.flips().size();
        if (!sameQuestions && fewer) {
            found.removeIf(change -> change.flips().size() > state.flips().size());
            found.add(state.change());
        }
    }

    private static Set<String> questions(List<Flip> flips) {
        Set<String> questions = new HashSet<>();
        flips.forEach(flip -> questions.add(flip.linkId()));
        return questions;
    }

    /** Every state that one more changed answer leads to, while the budget lasts. */
    private List<State> after(State state, Set<String> questions) {
        List<State> states = new ArrayList<>();
        for (Question question : answers.questionnaire().questions()) {
            if (!questions.contains(question.linkId()) || questions(state.flips()).contains(question.linkId())) {
                continue;
            }
            Answer now = state.answers().to(question.linkId()).orElse(null);
            for (Answer other : others.to(question, now)) {
                if (left-- > 0) {
                    states.add(after(state, new Flip(question.linkId(), now, other)));
                }
            }
        }
        return states;
    }

    private State after(State state, Flip flip) {
        Map<String, Answer> changed = new LinkedHashMap<>(state.answers().asMap());
        changed.put(flip.linkId(), flip.to());
        List<Flip> flips = new ArrayList<>(state.flips());
        flips.add(flip);
        Answers then = Answers.of(answers.questionnaire(), changed);
        return new State(then, List.copyOf(flips), Evaluator.sketch(ruleSet, then, asOf));
    }

    private Set<String> questionsBehind(String rule, Flag flag, State state) {
        Set<String> questions = new LinkedHashSet<>();
        state.because(rule).forEach(because -> questions.addAll(because.questions()));
        ruleSet.get(rule).raise().proposals().stream().map(Proposal::onlyIf).filter(java.util.Objects::nonNull)
                .forEach(onlyIf -> questions.addAll(Condition.questions(onlyIf)));
        ruleSet.rules(Level.X).stream().filter(other -> other.raise().suppressed().contains(flag.test()))
                .forEach(other -> questions.addAll(Condition.questions(other.when())));
        return questions;
    }
}
