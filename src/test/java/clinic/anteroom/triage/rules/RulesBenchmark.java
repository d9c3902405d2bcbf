package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
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

/**
 * What the rules cost: {@code mvn -q -Pbench}. Both ways to evaluate take turns in one JVM; times are processor time of the
 * thread, the median of eleven rounds. Never a test: other people's load must not fail a build.
 */
public final class RulesBenchmark {

    private static final int ROUNDS = 11;
    private static final Set<String> ALL = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static long sink;

    private RulesBenchmark() {
    }

    /** Runs all of it and prints a table. */
    public static void main(String... none) throws Exception {
        long start = System.nanoTime();
        RuleSet ruleSet = RuleSetReader.read(TestDocuments.text(TestDocuments.RULES));
        double cold = (System.nanoTime() - start) / 1e6;
        List<Answers> forms = forms();
        List<Map<String, Answer>> maps = forms.stream().map(Answers::asMap).toList();
        Function<Map<String, Answer>, List<String>> plain = PlainJava.of(ruleSet);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] sketch = new double[ROUNDS];
        for (int i = -5; i < ROUNDS; i++) {
            double one = micros(forms.size(), () -> forms.forEach(form -> sink += Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY).findings().size()));
            double other = micros(forms.size(), () -> maps.forEach(map -> sink += plain.apply(map).size()));
            double third = micros(forms.size(), () -> forms.forEach(form -> sink += Evaluator.sketch(ruleSet, form, SomeAnswers.TODAY).findings().size()));
            if (i >= 0) {
                ours[i] = one;
                theirs[i] = other;
                sketch[i] = third;
            }
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        forms.forEach(form -> sink += Evaluator.evaluate(ruleSet, form, SomeAnswers.TODAY).findings().size());
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / forms.size();
        print("rules of the document", "%d", ruleSet.rules().size());
        print("forms (shipped cases, safety questions put)", "%d", forms.size());
        print("evaluate, three values and trace", "%.1f us", median(ours));
        print("urgency, flags and findings without warnings and hashes", "%.1f us", median(sketch));
        print("plain Java, two values, no trace", "%.1f us", median(theirs));
        print("ratio", "%.1f (target 3)", median(ours) / median(theirs));
        print("allocated an evaluation", "%.1f kB (target 4)", bytes / 1024.0);
        print("replay, two versions", "%.0f forms a second (target 50000)", 1e6 / (2 * median(ours)));
        print("a version loads cold", "%.0f ms (target 500)", cold);
        RuleSet many = RuleSetReader.read(manyRules(300));
        double[] checks = new double[5];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = micros(1, () -> sink += RuleAnalysis.of(many, TestDocuments.questionnaire(), SomeAnswers.TODAY, 100_000).size()) / 1000;
        }
        print("analysis of " + many.rules().size() + " rules, first time", "%.0f ms", checks[0]);
        print("analysis of " + many.rules().size() + " rules, median", "%.0f ms (target 1000)", median(checks));
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
        TestDocuments.text("/clinic/anteroom/triage/rules/muscle-twitching.v1.cases.jsonl").lines().forEach(line -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                forms.add(Answers.parse(TestDocuments.questionnaire(), reader.readObject().getJsonObject("answers").toString(), ALL));
            }
        });
        return forms;
    }

    private static double micros(int count, Runnable work) {
        int repeats = Math.max(1, 2000 / count);
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < (count == 1 ? 1 : repeats); i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / ((count == 1 ? 1 : repeats) * count);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, String format, Object value) {
        System.out.printf("%-60s " + format + "%n", what, value);
    }
}
