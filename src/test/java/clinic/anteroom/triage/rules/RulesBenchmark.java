package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import com.sun.management.ThreadMXBean;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the rules cost: {@code mvn -q -Pbench}. All ways to do it take turns in one JVM; times are processor time of the
 * thread, the median of eleven rounds. The reference is plain Java written from the same document; before anything is
 * measured both must say the same. Never a test: other people's load must not fail a build.
 */
public final class RulesBenchmark {

    private static final int ROUNDS = 11;
    private static final int WARM_UP = 8;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static long sink;

    private final RuleSet ruleSet;
    // Another version of the same rules: what a candidate is to the version in force.
    private final RuleSet candidate;
    private final List<Answers> forms = forms();
    private final List<String> stored = forms.stream().map(Answers::canonicalJson).toList();
    private final List<Map<String, Answer>> maps = forms.stream().map(Answers::asMap).toList();
    private final Function<Map<String, Answer>, List<String>> plain;

    private RulesBenchmark(RuleSet ruleSet) throws Exception {
        this.ruleSet = ruleSet;
        this.candidate = RuleSetReader.read(TestDocuments.text(TestDocuments.RULES).replaceFirst("\"version\": *2", "\"version\": 3"));
        this.plain = PlainJava.of(ruleSet);
    }

    /** Runs all of it and prints a table. */
    public static void main(String... none) throws Exception {
        // First of all, while nothing of ours and no reader of JSON has been loaded.
        long start = THREADS.getCurrentThreadCpuTime();
        RuleSet ruleSet = RuleSetReader.read(text("/clinic/anteroom/triage/rules/muscle-twitching.v2.json"));
        double cold = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        Questionnaire questionnaire = Questionnaire.parse(text("/clinic/anteroom/intake/questionnaires/muscle-twitching.v1.json"));
        start = THREADS.getCurrentThreadCpuTime();
        ruleSet.compiledFor(questionnaire);
        cold += (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        String document = TestDocuments.text(TestDocuments.RULES);
        start = THREADS.getCurrentThreadCpuTime();
        RuleSetReader.read(document).compiledFor(TestDocuments.questionnaire());
        double second = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        RulesBenchmark benchmark = new RulesBenchmark(ruleSet);
        print("", "measured", "target");
        print("rules of the document", "" + ruleSet.rules().size(), "");
        print("forms (shipped cases, complete, safety questions put)", "" + benchmark.forms.size(), "");
        print("forms where plain Java and the rules say the same", benchmark.agreement() + " of " + benchmark.forms.size(), "all");
        benchmark.evaluation();
        print("a version loads cold in a new JVM, read and compiled", millis(cold), "500 ms");
        print("a version loads the second time", millis(second), "");
        analysis();
    }

    /** Read here: {@link TestDocuments} reads all documents when it is first named. */
    private static String text(String path) throws java.io.IOException {
        try (java.io.InputStream stream = RulesBenchmark.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Refuses to measure where the two do not say the same. */
    private int agreement() {
        for (Answers form : forms) {
            List<String> ours = Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY).verdicts().stream()
                    .filter(verdict -> verdict.truth() == Truth.TRUE).map(Verdict::rule).toList();
            List<String> theirs = plain.apply(form.asMap());
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("Plain Java says " + theirs + ", the rules say " + ours + ": " + form.canonicalJson());
            }
        }
        return forms.size();
    }

    private void evaluation() {
        List<Runnable> ways = List.of(
                () -> maps.forEach(map -> sink += plain.apply(map).size()),
                () -> forms.forEach(form -> sink += Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY).verdicts().size()),
                () -> forms.forEach(form -> sink += Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY).questionsToAsk().size()),
                () -> forms.forEach(this::replay),
                () -> maps.forEach(map -> sink += Evaluator.evaluate(ruleSet, Answers.of(TestDocuments.questionnaire(), map, RandomForms.ALL_TESTS),
                        SomeAnswers.TODAY).verdicts().size()),
                () -> stored.forEach(json -> sink += Answers.parse(TestDocuments.questionnaire(), json, RandomForms.ALL_TESTS).asMap().size()),
                () -> stored.forEach(json -> replay(Answers.parse(TestDocuments.questionnaire(), json, RandomForms.ALL_TESTS))));
        double[][] micros = new double[ways.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                micros[way][Math.max(0, round)] = micros(ways.get(way)) / forms.size();
            }
        }
        double reference = median(micros[0]);
        print("plain Java, two values, no trace: the reference", "%.1f us".formatted(reference), "");
        print("evaluate, three values, trace kept as data", "%.1f us".formatted(median(micros[1])), "");
        print("  times the reference", "%.2f".formatted(median(micros[1]) / reference), "3");
        print("  allocated", "%.1f kB".formatted(allocated(ways.get(1)) / 1024), "4 kB");
        print("the same, answers checked and read from the map first", "%.1f us".formatted(median(micros[4])), "");
        print("  times the reference", "%.2f".formatted(median(micros[4]) / reference), "3");
        print("  allocated", "%.1f kB".formatted(allocated(ways.get(4)) / 1024), "");
        print("stored answers parsed and checked", "%.1f us".formatted(median(micros[5])), "");
        print("evaluate, every reason and open question written out", "%.1f us".formatted(median(micros[2])), "");
        print("  times the reference", "%.2f".formatted(median(micros[2]) / reference), "");
        print("  allocated", "%.1f kB".formatted(allocated(ways.get(2)) / 1024), "");
        print("replay on one core, forms x two versions a second", "%,.0f".formatted(1e6 / median(micros[3])), "50,000");
        print("  with the stored answers parsed", "%,.0f".formatted(1e6 / median(micros[6])), "50,000");
    }

    /** One form by two versions, and whether anything changed. */
    private void replay(Answers form) {
        Evaluation was = Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY);
        Evaluation would = Evaluator.evaluate(candidate, form, SomeAnswers.TODAY);
        sink += was.decidesLike(would) ? 0 : 1;
    }

    private double allocated(Runnable way) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        way.run();
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) forms.size();
    }

    private static void analysis() {
        RuleSet many = RuleSetReader.read(manyRules(300));
        double[] checks = new double[ROUNDS];
        for (int i = 0; i < checks.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            sink += RuleAnalysis.of(many, TestDocuments.questionnaire(), SomeAnswers.TODAY, 100_000).size();
            checks[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        print("analysis of " + many.rules().size() + " rules, first time", millis(checks[0]), "");
        print("analysis of " + many.rules().size() + " rules", millis(median(checks)), "1000 ms");
    }

    /** The shipped rules over and over under other ids, each copy a level-R rule with one more condition. */
    private static String manyRules(int wanted) {
        String document = TestDocuments.text(TestDocuments.RULES);
        StringBuilder rules = new StringBuilder();
        for (int i = TestDocuments.ruleSet().rules().size(); i < wanted; i++) {
            String limit = "{\"q\":\"TW-Q02\",\"ge\":" + (i % 12 * 5 + 10) + ",\"unit\":\"years\"}";
            String definition = List.of("WEAK", "NUMB", "BULBAR", "PERHAPS_WEAK", "DARK_URINE").get(i % 5);
            rules.append(",{\"id\":\"B-").append(i).append("\",\"version\":1,\"level\":\"R\",\"sentence\":\"Copy.\",\"when\":{\"all\":[{\"ref\":\"")
                    .append(definition).append("\"},").append(limit).append(",{\"q\":\"TW-Q05\",\"hasAny\":[\"")
                    .append(TestDocuments.questionnaire().get("TW-Q05").options().get(i % 12).code())
                    .append("\"]}]},\"raise\":{\"urgency\":\"ROUTINE\",\"tests\":[{\"test\":\"").append(List.of("EMG", "NCS", "CT", "MRI").get(i % 4))
                    .append("\",\"strength\":\"flag\"}],\"specialty\":[\"NEUROLOGY\"]},\"onUnknown\":{\"do\":\"ASK\"},\"patient\":{\"en\":\"x\"},")
                    .append("\"doctor\":{\"en\":\"x\"},\"sources\":[{\"id\":\"GENERAL\",\"grade\":\"L\"}]}");
        }
        int end = document.lastIndexOf(']');
        return document.substring(0, end) + rules + document.substring(end);
    }

    private static List<Answers> forms() {
        List<Answers> forms = new ArrayList<>();
        TestDocuments.text("/clinic/anteroom/triage/rules/muscle-twitching.v2.cases.jsonl").lines().forEach(line -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                forms.add(complete(reader.readObject().getJsonObject("answers").toString()));
            }
        });
        return forms;
    }

    /** With the safety questions of the tests it flags answered, and no others. */
    private static Answers complete(String answers) {
        Answers given = Answers.parse(TestDocuments.questionnaire(), answers, RandomForms.ALL_TESTS);
        Answers all = SomeAnswers.of(TestDocuments.TWITCHING, given).completed(RandomForms.ALL_TESTS);
        Set<String> flagged = Evaluator.evaluate(TestDocuments.ruleSet(), all, SomeAnswers.TODAY).flags().stream().map(Flag::test)
                .collect(Collectors.toSet());
        return all.whenFlagged(flagged);
    }

    private static double micros(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < 8; i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / 8;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String millis(double value) {
        return "%.0f ms".formatted(value);
    }

    private static void print(String what, String measured, String target) {
        System.out.printf("%-60s %14s   %s%n", what, measured, target);
    }
}
