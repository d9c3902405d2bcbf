package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Questionnaire;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One immutable version of a rule document, known for ever by the hash of its bytes. Read once by {@link RuleSetReader};
 * may be used by many threads.
 */
public final class RuleSet {

    private final Heading heading;
    private final Map<String, Expression> definitions;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Rule> all;
    private final Map<Level, List<Rule>> byLevel = new EnumMap<>(Level.class);
    private final Map<String, Phrases> words;
    private final Map<String, List<String>> patientNeverReads;
    private volatile CompiledRules compiled;

    /**
     * What stands at the top of a document.
     *
     * @param name          for example {@code muscle-twitching}
     * @param version       1 or more
     * @param sha256        hash of the document's bytes, 64 hex digits
     * @param status        whether a clinician has signed it, in words
     * @param questionnaire canonical address of the questionnaire it reads
     * @param languages     languages it speaks
     */
    public record Heading(String name, int version, String sha256, String status, String questionnaire,
            List<String> languages) {

        /** {@code name|version}. */
        public String canonical() {
            return name + "|" + version;
        }
    }

    RuleSet(Heading heading, Map<String, Expression> definitions, List<Rule> rules, Map<String, Phrases> words,
            Map<String, List<String>> patientNeverReads) {
        this.heading = heading;
        this.definitions = new LinkedHashMap<>(definitions);
        this.all = List.copyOf(rules);
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
        for (Level level : Level.values()) {
            byLevel.put(level, all.stream().filter(rule -> rule.level() == level).toList());
        }
        this.words = new LinkedHashMap<>(words);
        this.patientNeverReads = Map.copyOf(patientNeverReads);
    }

    /**
     * The same document with some rules never met, as if no patient could meet them. Its hash stays: who keeps what it
     * says keeps these ids as well.
     */
    public RuleSet without(Set<String> switchedOff) {
        return switchedOff.isEmpty() ? this
                : with(definitions, all.stream().map(rule -> switchedOff.contains(rule.id()) ? rule.neverMet() : rule).toList());
    }

    /**
     * Names of rules and definitions that decide something else than in another version; other words or sources are no such
     * change.
     *
     * @param before null if there is none: then everything is new
     */
    public Set<String> changedSince(RuleSet before) {
        Set<String> changed = new TreeSet<>();
        rules().stream().filter(rule -> before == null || before.find(rule.id()).filter(rule::decidesLike).isEmpty()).map(Rule::id).forEach(changed::add);
        definitions().entrySet().stream().filter(one -> before == null || !one.getValue().equals(before.definitions().get(one.getKey())))
                .map(Map.Entry::getKey).forEach(changed::add);
        return changed;
    }

    /** A rule set to try out, under the same heading: other definitions and rules, the rest as it is. */
    RuleSet with(Map<String, Expression> others, List<Rule> changed) {
        return new RuleSet(heading, others, changed, words, patientNeverReads);
    }

    /** Name, version, hash, status, questionnaire. */
    public Heading heading() {
        return heading;
    }

    /** {@code muscle-twitching|1}. */
    public String canonical() {
        return heading.canonical();
    }

    /** All rules in the order of the document. */
    public List<Rule> rules() {
        return all;
    }

    /** The rules of one level, in the order of the document. */
    public List<Rule> rules(Level level) {
        return byLevel.get(level);
    }

    /** The rule with this id, if there is one. */
    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /**
     * The rule with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Rule get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(canonical() + " has no rule " + id
                + ".\nMaybe it was met by another version of the rules."));
    }

    /** This rule set, ready for answers to a questionnaire: compiled when first asked for, by two threads at worst twice. */
    CompiledRules compiledFor(Questionnaire questionnaire) {
        CompiledRules ready = compiled;
        if (ready == null || !ready.reads(questionnaire)) {
            ready = RuleCompiler.compile(this, questionnaire);
            compiled = ready;
        }
        return ready;
    }

    /** The definitions by name. */
    Map<String, Expression> definitions() {
        return definitions;
    }

    /** The lists of words that free text is screened for, by derived input. */
    Map<String, Phrases> words() {
        return words;
    }

    /** Disease names that patient words must not hold, by language. */
    Map<String, List<String>> patientNeverReads() {
        return patientNeverReads;
    }

    @Override
    public String toString() {
        return canonical() + " " + heading.sha256();
    }
}
