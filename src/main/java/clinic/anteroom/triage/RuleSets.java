package clinic.anteroom.triage;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Translation;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/** The rule documents this build brings along, and older ones that stored evaluations rest on. Each is read once. */
@ApplicationScoped
class RuleSets {

    // A file that was registered once is never edited: a change is a new file and a new line here.
    private static final List<String> FILES = List.of("muscle-twitching.v1.json", "submandibular-swelling.v1.json",
            "passing-out.v1.json", "smell-after-covid.v1.json", "bleeding-clotting.v1.json", "belly-button-pain.v1.json",
            // Version 2 knows the emergency words in French, too.
            "muscle-twitching.v2.json", "submandibular-swelling.v2.json", "passing-out.v2.json", "smell-after-covid.v2.json",
            "bleeding-clotting.v2.json", "belly-button-pain.v2.json");

    private static final Map<String, Optional<Translation>> WORDS = new ConcurrentHashMap<>();

    @Inject
    private RuleSetVersions versions;

    @Inject
    private RuleReleases releases;

    private final Map<String, RuleSet> byHash = new ConcurrentHashMap<>();

    /** Reads what this build ships; a document with a fault keeps the application from starting. */
    @PostConstruct
    void read() {
        shipped().stream().map(RuleSetReader::read).forEach(ruleSet -> byHash.put(ruleSet.heading().sha256(), ruleSet));
    }

    /** The texts of the documents of this build. */
    static List<String> shipped() {
        return FILES.stream().map(RuleSets::text).toList();
    }

    /** Of the documents of this build the newest for each questionnaire; nobody has to have put them in force. */
    static Map<String, RuleSet> newestShipped() {
        Map<String, RuleSet> newest = new LinkedHashMap<>();
        shipped().stream().map(RuleSetReader::read).forEach(ruleSet -> newest.merge(ruleSet.heading().questionnaire(), ruleSet,
                BinaryOperator.maxBy(Comparator.comparing(one -> one.heading().version()))));
        return newest;
    }

    /** The test cases that lie beside a document of this build, one a line; empty if there are none. */
    static List<String> cases(String name, int version) {
        String file = name + ".v" + version + ".cases.jsonl";
        return RuleSets.class.getResource("rules/" + file) == null ? List.of()
                : text(file).lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * What patients read of the rules of this name in another language, whatever the version: each text goes with the
     * English it translates. Empty for English, and if nobody has translated them.
     */
    static Optional<Translation> wordsIn(Language language, String name) {
        return language == Language.ENGLISH ? Optional.empty() : WORDS.computeIfAbsent(name,
                one -> Translation.find(RuleSets.class, "rules/" + one + "." + language.code() + ".json"));
    }

    /** The rules in force for a questionnaire at a moment; empty if nobody put any in force. */
    Optional<RuleSet> findInForce(String questionnaire, Instant at) {
        return releases.findInForce(questionnaire, at).map(this::get);
    }

    /**
     * The document with this hash.
     *
     * @throws IllegalStateException if it was never registered
     */
    RuleSet get(String sha256) {
        return byHash.computeIfAbsent(sha256, hash -> RuleSetReader.read(versions.document(hash)));
    }

    /** The document a stored evaluation rests on, with the rules that were off then. */
    RuleSet of(EvaluationRecord stored) {
        return get(stored.ruleSetSha256()).without(stored.rulesOff());
    }

    /** Whether any version of this name has a rule of this id. */
    boolean knows(String name, String rule) {
        return versions.hashes(name).stream().map(this::get).anyMatch(ruleSet -> ruleSet.find(rule).isPresent());
    }

    private static String text(String file) {
        try (InputStream in = RuleSets.class.getResourceAsStream("rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no document rules/" + file + ".\nMaybe its name was misspelt in FILES.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
