package clinic.anteroom.testing;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.RuleSetReader;
import clinic.anteroom.triage.rules.TestDocuments;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rule documents in all of whose words stands what a browser would run: what a medical director may paste in as a draft. One differs from the shipped
 * rules in words alone; the other has rules whose very codes are such words. In the end the drafts go, and forms judged by one are judged as before.
 */
public final class InertRules implements AutoCloseable {

    /** The rule set that is drafted anew. */
    public static final String SET = "muscle-twitching";
    /** The places of a document whose words pages show, each with a mark of its own there. */
    public static final List<String> PLACES = List.of("sentence", "doctor", "patient", "reason", "source", "why", "definition", "code");
    private static final String CASES = "/clinic/anteroom/triage/rules/muscle-twitching.v2.cases.jsonl";
    private static final int IN_EACH = 4;

    private final ServersDatabase database;
    private final int first;
    private final Map<String, Integer> dealt = new TreeMap<>();

    /** Nothing is written yet: the drafts come in through the director's page. */
    public InertRules(ServersDatabase database) throws SQLException {
        this.database = database;
        first = newest() + 1;
        database.run("create temp table kept_evaluation as select * from evaluation where false");
    }

    /** The newest version of the rule set, drafts included. */
    public int newest() throws SQLException {
        return Integer.parseInt(database.one("select max(version) from rule_set_version where name = ?", SET));
    }

    /** How the words of a place begin. */
    public static String mark(String place) {
        return "d" + PLACES.indexOf(place) + "z";
    }

    /** The places whose mark stands in a text. */
    public static Set<String> shownIn(String text) {
        return PLACES.stream().filter(place -> text.contains(mark(place))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The shipped document with words in every place; it decides what it decided. */
    public String words(int version) {
        return document(version, Map.of()).build().toString();
    }

    /** The same, and thirty rules more whose ids, definitions, questions, tests, parts and people are called so: full of faults. */
    public String codes(int version) {
        Map<String, String> codes = new LinkedHashMap<>();
        FreeText.THIRTY.forEach(payload -> codes.put(mark("code") + payload, mark("definition") + payload));
        return document(version, codes).build().toString();
    }

    /** The shipped test cases with words for why; then thirty that fail, and thirty lines that are none. */
    public String cases() {
        List<String> shipped = TestDocuments.text(CASES).lines().toList();
        List<String> lines = shipped.stream().map(line -> withWhy(line, some("why", FreeText.THIRTY))).collect(Collectors.toList());
        JsonObject fails = Json.createObjectBuilder(read(shipped.get(0))).add("is", "FALSE").build();
        FreeText.THIRTY.forEach(payload -> lines.add(withWhy(fails.toString(), mark("why") + payload)));
        FreeText.THIRTY.forEach(payload -> lines.add(mark("why") + payload));
        return String.join("\n", lines);
    }

    /** The evaluation of a form, as if the draft of this version had read it. */
    public void judge(UUID form, String document) throws SQLException {
        database.run("insert into kept_evaluation select * from evaluation where response_id = ?", form);
        Answers answers = Answers.parse(TestDocuments.questionnaire(), database.one("select answers from evaluation where response_id = ?", form), TestType.codes());
        Evaluation evaluation = Evaluator.evaluate(RuleSetReader.read(document), answers, LocalDate.parse(database.one("select as_of from evaluation where response_id = ?", form)));
        database.run("set session_replication_role = replica");
        database.run("update evaluation set rule_set_version = ?, rule_set_sha256 = ?, outcome = ?, outcome_sha256 = ? where response_id = ?",
                read(document).getInt("version"), evaluation.basis().ruleSetSha256(), evaluation.canonicalJson(), evaluation.sha256(), form);
        database.run("set session_replication_role = origin");
    }

    private JsonObjectBuilder document(int version, Map<String, String> codes) {
        JsonObject shipped = read(TestDocuments.text(TestDocuments.RULES));
        JsonObjectBuilder sources = Json.createObjectBuilder();
        shipped.getJsonObject("sources").forEach((id, title) -> sources.add(id, some("source", FreeText.THIRTY)));
        JsonObjectBuilder definitions = Json.createObjectBuilder(shipped.getJsonObject("definitions"));
        codes.values().forEach(name -> definitions.add(name, read("{\"sentence\": \"It twitches.\", \"when\": {\"q\": \"TW-Q05\", \"hasAny\": [\"CHEST\"]}}")));
        JsonArrayBuilder rules = Json.createArrayBuilder();
        shipped.getJsonArray("rules").getValuesAs(JsonObject.class).forEach(rule -> rules.add(worded(rule, codes.isEmpty())));
        codes.forEach((code, definition) -> rules.add(coded(code, definition)));
        return Json.createObjectBuilder(shipped).add("version", version).add("sources", sources).add("definitions", definitions).add("rules", rules);
    }

    /** What stands in braces would be an answer that is not asked for: a fault, and then nothing else is looked at. */
    private JsonObjectBuilder worded(JsonObject rule, boolean faultless) {
        List<String> forDoctors = FreeText.THIRTY.stream().filter(payload -> !faultless || !payload.contains("{")).toList();
        JsonObjectBuilder worded = Json.createObjectBuilder(rule).add("sentence", some("sentence", FreeText.THIRTY)).add("doctor", in(rule, "doctor", some("doctor", forDoctors)));
        if (rule.containsKey("patient")) {
            worded.add("patient", in(rule, "patient", some("patient", FreeText.THIRTY)));
        }
        return worded.add("onUnknown", Json.createObjectBuilder(rule.getJsonObject("onUnknown")).add("reason", some("reason", FreeText.THIRTY)));
    }

    private static JsonObjectBuilder in(JsonObject rule, String field, String words) {
        JsonObject said = rule.getJsonObject(field);
        return Json.createObjectBuilder(said).add("en", (said.getString("en", "") + " " + words).strip());
    }

    private static JsonObjectBuilder coded(String code, String definition) {
        JsonArray codes = Json.createArrayBuilder().add(code).build();
        JsonValue when = Json.createObjectBuilder().add("any", Json.createArrayBuilder().add(Json.createObjectBuilder().add("ref", definition))
                .add(Json.createObjectBuilder().add("q", code).add("in", codes)).add(Json.createObjectBuilder().add("q", "TW-Q05").add("hasAny", codes))).build();
        return Json.createObjectBuilder().add("id", code).add("version", 1).add("level", "R").add("sentence", code).add("when", when)
                .add("raise", Json.createObjectBuilder().add("urgency", "ROUTINE").add("specialty", codes).add("other", codes).add("suppress", codes)
                        .add("tests", Json.createArrayBuilder().add(Json.createObjectBuilder().add("test", code).add("strength", "flag").add("bodyPart", code).add("analytes", codes))))
                .add("onUnknown", Json.createObjectBuilder().add("do", "IGNORE").add("reason", code))
                .add("patient", Json.createObjectBuilder().add("en", code)).add("doctor", Json.createObjectBuilder().add("en", code + " {" + code + "}"))
                .add("sources", Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", "S1").add("grade", "H")));
    }

    private static String withWhy(String line, String why) {
        return Json.createObjectBuilder(read(line)).add("why", why).build().toString();
    }

    /** The next few for a place, behind its mark, going on where the place before ended. */
    private String some(String place, List<String> payloads) {
        StringBuilder words = new StringBuilder(mark(place));
        for (int i = 0; i < IN_EACH; i++) {
            words.append(' ').append(payloads.get(dealt.merge(place, 1, Integer::sum) % payloads.size()));
        }
        return words.toString();
    }

    private static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    @Override
    public void close() throws SQLException {
        database.run("set session_replication_role = replica");
        database.run("update evaluation e set rule_set_version = k.rule_set_version, rule_set_sha256 = k.rule_set_sha256, outcome = k.outcome, outcome_sha256 = k.outcome_sha256 "
                + "from kept_evaluation k where k.id = e.id");
        database.run("drop table kept_evaluation");
        database.run("delete from rule_set_cases where name = ? and version >= ?", SET, first);
        database.run("delete from rule_set_review where name = ? and version >= ?", SET, first);
        database.run("delete from rule_set_version where name = ? and version >= ?", SET, first);
        database.run("set session_replication_role = origin");
    }
}
