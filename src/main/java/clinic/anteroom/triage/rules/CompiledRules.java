package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule set made ready to read answers to one questionnaire: names became places, options became bits, equal conditions
 * became one. Immutable, made once by {@link RuleCompiler}, used by many threads; a {@link Judge} holds what is known about
 * one form.
 */
final class CompiledRules {

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final Map<Level, List<CompiledRule>> byLevel = new EnumMap<>(Level.class);
    private final Map<String, CompiledRule> byId = new HashMap<>();
    private final List<FlagName> flags;
    private final List<String> analytes;
    private final int slots;
    private final int words;

    /** What a flag is about: a test and a part of the body. */
    record FlagName(String test, String bodyPart) {
    }

    /** What a rule calls a test: {@code EMG}, or {@code BLOOD/CK} for one analyte; that is null if any will do. */
    record TestName(String test, String analyte) {

        static TestName of(String name) {
            int slash = name.indexOf('/');
            return slash < 0 ? new TestName(name, null) : new TestName(name.substring(0, slash), name.substring(slash + 1));
        }
    }

    /**
     * @param rules    all of them in the order of the document
     * @param flags    everything some rule proposes
     * @param analytes everything some rule measures in blood, sorted
     * @param slots    how many truths a judge keeps
     * @param words    how many words of options a judge keeps
     */
    CompiledRules(RuleSet ruleSet, Questionnaire questionnaire, List<CompiledRule> rules, List<FlagName> flags,
            List<String> analytes, int slots, int words) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.flags = List.copyOf(flags);
        this.analytes = List.copyOf(analytes);
        this.slots = slots;
        this.words = words;
        for (Level level : Level.values()) {
            byLevel.put(level, new ArrayList<>());
        }
        rules.forEach(rule -> {
            byLevel.get(rule.rule().level()).add(rule);
            byId.put(rule.rule().id(), rule);
        });
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    /** Whether answers to this questionnaire can be read: equal documents have their questions in the same places. */
    boolean reads(Questionnaire other) {
        return other == questionnaire || other.sha256().equals(questionnaire.sha256());
    }

    /** The rules of one level, in the order of the document. */
    List<CompiledRule> rules(Level level) {
        return byLevel.get(level);
    }

    CompiledRule get(String id) {
        return byId.get(id);
    }

    /** How many rules there are. */
    int count() {
        return ruleSet.rules().size();
    }

    List<FlagName> flags() {
        return flags;
    }

    List<String> analytes() {
        return analytes;
    }

    int slots() {
        return slots;
    }

    int words() {
        return words;
    }
}
