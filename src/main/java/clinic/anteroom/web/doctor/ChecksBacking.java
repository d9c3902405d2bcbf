package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.RuleReleaseService;
import clinic.anteroom.triage.ToldCase;
import clinic.anteroom.triage.rules.Remark;
import clinic.anteroom.triage.rules.RuleText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks and test cases of a version for who reads no documents: {@code &kind=} which remarks, {@code &sample=} which patient. */
@Named
@RequestScoped
public class ChecksBacking {

    @Inject
    private RuleSetBacking ruleSet;

    @Inject
    private RuleReleaseService releases;

    @Inject
    private CasePage page;

    private Map<Remark.Kind, Integer> counts;
    private List<Line> lines;
    private List<ToldCase> cases;

    /**
     * One remark.
     *
     * @param number its place in the list, which a link names
     * @param words  what it is, then each rule it is about, in sentences
     * @param sample whether a patient shows it
     */
    public record Line(int number, List<String> words, boolean sample) {
    }

    /** What was remarked, errors first. */
    public List<Remark.Kind> getKinds() {
        return List.copyOf(counts().keySet());
    }

    /** How often. */
    public int count(Remark.Kind kind) {
        return counts().get(kind);
    }

    /** The kind that is read; null while none was chosen. */
    public Remark.Kind getKind() {
        return page.parameter("kind").flatMap(name -> counts().keySet().stream().filter(kind -> kind.name().equals(name)).findFirst()).orElse(null);
    }

    /** The remarks of that kind. */
    public List<Line> getLines() {
        if (lines == null) {
            Map<String, String> sentences = releases.read(ruleSet.getState().name(), ruleSet.getState().version()).stream().map(RuleText::rule)
                    .collect(Collectors.toMap(rule -> rule.id(), rule -> rule.sentence()));
            RemarkWords words = new RemarkWords(remarks().stream().map(Remark::witness).filter(java.util.Objects::nonNull).findFirst().map(Answers::questionnaire).orElse(null));
            lines = IntStream.range(0, remarks().size()).filter(at -> remarks().get(at).kind() == getKind()).mapToObj(at -> line(at, words, sentences)).toList();
        }
        return lines;
    }

    /** The test cases. */
    public List<ToldCase> getCases() {
        if (cases == null) {
            cases = releases.toldCases(ruleSet.getState().name(), ruleSet.getState().version());
        }
        return cases;
    }

    /** The answers of the patient that is shown, as pages of the form; null while none was chosen. */
    public List<HistoryPage> getSample() {
        Answers answers = sampled();
        return answers == null ? null : HistoryPage.of(answers, Set.of());
    }

    /** What the patient that is shown is a sample of. */
    public String getAbout() {
        int at = number();
        return ruleSet.getPart().equals("cases") ? getCases().get(at).rule() + ": " + getCases().get(at).why() : remarks().get(at).sentence();
    }

    private Answers sampled() {
        int at = number();
        if (ruleSet.getPart().equals("cases")) {
            return at >= 0 && at < getCases().size() ? getCases().get(at).answers() : null;
        }
        return ruleSet.getPart().equals("checks") && at >= 0 && at < remarks().size() ? remarks().get(at).witness() : null;
    }

    private Line line(int at, RemarkWords words, Map<String, String> sentences) {
        Remark remark = remarks().get(at);
        Stream<String> rules = remark.rules().stream().map(rule -> rule + ": " + sentences.getOrDefault(rule, ""));
        return new Line(at, Stream.concat(Stream.of(words.of(remark.sentence())), rules).toList(), remark.witness() != null);
    }

    private int number() {
        return page.parameter("sample").filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf).orElse(-1);
    }

    private List<Remark> remarks() {
        return ruleSet.getReport().remarks();
    }

    private Map<Remark.Kind, Integer> counts() {
        if (counts == null) {
            counts = new EnumMap<>(Remark.Kind.class);
            remarks().forEach(remark -> counts.merge(remark.kind(), 1, Integer::sum));
        }
        return counts;
    }
}
