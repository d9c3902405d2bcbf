package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a rule document once more, in HL7's Clinical Quality Language: one {@code define} for each rule and one for the
 * urgency. Reads the JSON itself and shares nothing with the reader, the compiler or the evaluator under test.
 *
 * <p>A missing answer is null. What CQL answers to null with "false" ({@code in}, {@code contains}, {@code exists}) is asked
 * only behind a question whether it is null; equality, order, and, or, not are three-valued there as well.
 */
final class CqlWriter {

    private static final List<String> URGENCIES = List.of("EMERGENCY", "URGENT", "SOON", "ROUTINE", "SELF_CARE");
    private static final List<String> BEFORE_HOME = List.of("E", "U", "S", "R");

    private final JsonObject document;
    private final Questionnaire questionnaire;
    private final StringBuilder cql = new StringBuilder();

    private CqlWriter(JsonObject document, Questionnaire questionnaire) {
        this.document = document;
        this.questionnaire = questionnaire;
    }

    /** The library of this name. */
    static String write(String name, JsonObject document, Questionnaire questionnaire) {
        return new CqlWriter(document, questionnaire).library(name);
    }

    private String library(String name) {
        line("library " + name + " version '1'");
        questionnaire.questions().forEach(question -> line("parameter " + quoted(question.linkId()) + " " + type(question)));
        questionnaire.questions().stream().filter(Question::askedInRows).forEach(question -> Stream.of("no", "unsure", "open")
                .forEach(said -> line("parameter " + quoted(question.linkId() + " " + said) + " List<String>")));
        line("parameter \"NotAsked\" List<String>");
        line("parameter \"Flagged\" List<String>");
        line("parameter \"AsOf\" Date");
        rows();
        derived();
        document.getJsonObject("definitions").forEach((definition, value) ->
                line("define " + quoted("is " + definition) + ": " + of(value.asJsonObject().get("when"))));
        rules().forEach(rule -> line("define " + quoted(rule.getString("id")) + ": " + rule(rule)));
        line("define \"URGENCY\": " + urgency());
        return cql.toString();
    }

    private void line(String text) {
        cql.append(text).append('\n');
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case SINGLE, TEXT -> "String";
            case MULTI -> "List<String>";
            case NUMBER, SCALE -> "Decimal";
            case YES_NO -> "Boolean";
            case DATE -> "Date";
        };
    }

    private void derived() {
        if (has("TW-Q08")) {
            Map<String, Integer> days = new LinkedHashMap<>();
            days.put("LT_24H", 0);
            days.put("D1_3", 2);
            days.put("D4_14", 7);
            days.put("D15_28", 21);
            days.put("W4_12", 56);
            days.put("M3_12", 180);
            days.put("GT_12M", 400);
            String bands = days.entrySet().stream().map(band -> "when \"TW-Q08\" = '" + band.getKey() + "' then " + band.getValue())
                    .collect(Collectors.joining(" "));
            line("define \"DURATION_DAYS\": if \"TW-Q08.DATE\" is null then (case " + bands + " else null end)"
                    + " else (if \"TW-Q08.DATE\" after \"AsOf\" then null else difference in days between \"TW-Q08.DATE\" and \"AsOf\")");
        }
        document.getJsonObject("words").forEach((list, phrases) -> {
            String any = questionnaire.questions().stream().filter(question -> type(question).equals("String") && question.options().isEmpty())
                    .map(question -> asked(question.linkId(), "Matches(ReplaceMatches(Lower(" + quoted(question.linkId()) + "), '\u2019', '\\''), '"
                            + pattern(phrases.asJsonArray()) + "')", "false"))
                    .collect(Collectors.joining(" or "));
            line("define " + quoted(list) + ": " + (any.isEmpty() ? "false" : any));
        });
    }

    private static String pattern(JsonArray phrases) {
        String any = phrases.stream().map(phrase -> ((JsonString) phrase).getString().replace("'", "\\'"))
                .map(phrase -> phrase.endsWith("*") ? phrase.substring(0, phrase.length() - 1) : phrase + "(?![a-z0-9à-ÿ])")
                .collect(Collectors.joining("|"));
        return "(?s)(.*[^a-z0-9à-ÿ])?(" + any + ").*";
    }

    /** What a list that was answered row by row says of one of its options. */
    private void rows() {
        line("define function \"Says\"(yes List<String>, no List<String>, unsure List<String>, rest List<String>, code String): case"
                + " when code in yes then true when code in no then false"
                + " when code = 'NONE' then (if exists yes then false else if exists unsure or exists rest then null else true)"
                + " when code = 'UNSURE' then (if exists unsure then true else if exists rest then null else false)"
                + " else (null as Boolean) end");
    }

    private String says(String list, String code) {
        return "\"Says\"(" + list + ", " + part(list, "no") + ", " + part(list, "unsure") + ", " + part(list, "open") + ", " + code + ")";
    }

    private static String part(String list, String said) {
        return list.substring(0, list.length() - 1) + " " + said + "\"";
    }

    /** A condition on a list that may have been ticked or answered row by row. */
    private String inRows(JsonObject condition, String list, String ticked) {
        String key = condition.keySet().stream().filter(name -> !name.equals("q")).findFirst().orElseThrow();
        String rows = switch (key) {
            case "hasAny" -> joined(codes(condition, key).map(code -> says(list, code)), " or ");
            case "hasNone" -> "not " + joined(codes(condition, key).map(code -> says(list, code)), " or ");
            case "hasAll" -> joined(codes(condition, key).map(code -> says(list, code)), " and ");
            case "only" -> "not " + joined(others(condition, key, list).map(code -> says(list, code)), " or ");
            case "answered" -> "not exists " + part(list, "open");
            default -> throw new AssertionError(key);
        };
        return "if " + part(list, "open") + " is null then (" + ticked + ") else (" + rows + ")";
    }

    private Stream<String> others(JsonObject condition, String key, String list) {
        List<String> allowed = codes(condition, key).toList();
        return questionnaire.questions().stream().filter(question -> quoted(question.linkId()).equals(list)).flatMap(question -> question.options().stream())
                .map(option -> "'" + option.code() + "'").filter(code -> !code.equals("'UNSURE'") && !allowed.contains(code));
    }

    private boolean isInRows(String linkId) {
        return questionnaire.questions().stream().anyMatch(question -> question.linkId().equals(linkId) && question.askedInRows());
    }

    private boolean has(String linkId) {
        return questionnaire.questions().stream().anyMatch(question -> question.linkId().equals(linkId));
    }

    /** Warnings speak only while one of their tests is flagged. */
    private String rule(JsonObject rule) {
        String when = of(rule.get("when"));
        if (!rule.getString("level").equals("W") || !rule.containsKey("onTests")) {
            return when;
        }
        String flagged = rule.getJsonArray("onTests").stream().map(test -> "'" + ((JsonString) test).getString() + "' in \"Flagged\"")
                .collect(Collectors.joining(" or "));
        return "if (" + flagged + ") then (" + when + ") else false";
    }

    /** The most urgent of what is met and of what could not be ruled out; routine if nobody said that home is safe. */
    private String urgency() {
        Map<String, List<String>> says = new LinkedHashMap<>();
        URGENCIES.forEach(urgency -> says.put(urgency, new ArrayList<>()));
        for (JsonObject rule : rules()) {
            String id = quoted(rule.getString("id"));
            if (!List.of("X", "W").contains(rule.getString("level")) && rule.getJsonObject("raise").containsKey("urgency")) {
                says.get(rule.getJsonObject("raise").getString("urgency")).add(id + " is true");
            }
            JsonObject unknown = rule.getJsonObject("onUnknown");
            boolean floors = List.of("RAISE", "FLOOR").contains(unknown.getString("do")) && BEFORE_HOME.contains(rule.getString("level"));
            if (unknown.containsKey("urgency")) {
                String given = unknown.containsKey("given") ? "(" + of(unknown.get("given")) + ") is true" : "true";
                says.get(unknown.getString("urgency")).add(id + " is null and " + given);
                if (floors) {
                    says.get("ROUTINE").add(id + " is null and not (" + given + ")");
                }
            } else if (floors) {
                says.get("ROUTINE").add(id + " is null");
            }
        }
        return says.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "when " + joined(entry.getValue().stream(), " or ") + " then '" + entry.getKey() + "'")
                .collect(Collectors.joining(" ", "case ", " else 'ROUTINE' end"));
    }

    private List<JsonObject> rules() {
        return document.getJsonArray("rules").getValuesAs(JsonObject.class);
    }

    private String of(JsonValue value) {
        JsonObject expression = value.asJsonObject();
        if (expression.containsKey("q")) {
            return condition(expression);
        }
        String key = expression.keySet().iterator().next();
        return switch (key) {
            case "all" -> joined(parts(expression.getJsonArray(key)), " and ");
            case "any" -> joined(parts(expression.getJsonArray(key)), " or ");
            case "not" -> "(not " + of(expression.get(key)) + ")";
            case "ref" -> quoted("is " + expression.getString(key));
            case "fired" -> joined(expression.getJsonArray(key).stream().map(id -> quoted(((JsonString) id).getString())), " or ");
            case "firedLevel" -> joined(rules().stream().filter(rule -> expression.getJsonArray(key).getValuesAs(JsonString::getString)
                    .contains(rule.getString("level"))).map(rule -> quoted(rule.getString("id"))), " or ");
            case "atLeast" -> atLeast(expression.getJsonObject(key));
            default -> throw new AssertionError(key);
        };
    }

    private Stream<String> parts(JsonArray parts) {
        return parts.stream().map(this::of);
    }

    private static String joined(Stream<String> parts, String join) {
        return parts.map(part -> "(" + part + ")").collect(Collectors.joining(join, "(", ")"));
    }

    private String atLeast(JsonObject atLeast) {
        Function<String, String> count = how -> parts(atLeast.getJsonArray("of")).map(part -> "(if (" + part + ") " + how + " then 1 else 0)")
                .collect(Collectors.joining(" + "));
        int n = atLeast.getInt("n");
        return "(if (" + count.apply("is true") + ") >= " + n + " then true else if (" + count.apply("is true") + " + " + count.apply("is null")
                + ") < " + n + " then false else (null as Boolean))";
    }

    private String condition(JsonObject condition) {
        String input = condition.getString("q");
        if (input.equals("AGE")) {
            input = "TW-Q02";
        }
        if (!has(input)) {
            return "(" + compared(condition, quoted(input)) + ")";
        }
        String compared = compared(condition, quoted(input));
        return asked(input, isInRows(input) ? inRows(condition, quoted(input), compared) : compared,
                condition.containsKey("hasNone") || condition.containsKey("answered") ? "true" : "false");
    }

    /** What is not asked is a definite no; only "none of these" and "answered" are then true. */
    private static String asked(String linkId, String then, String otherwise) {
        return "(if '" + linkId + "' in \"NotAsked\" then " + otherwise + " else (" + then + "))";
    }

    private String compared(JsonObject condition, String value) {
        String key = condition.keySet().stream().filter(name -> !name.equals("q") && !name.equals("unit")).findFirst().orElseThrow();
        return switch (key) {
            case "in" -> codes(condition, key).map(code -> value + " = " + code).collect(Collectors.joining(" or "));
            case "hasAny" -> known(value, codes(condition, key).map(code -> code + " in " + value).collect(Collectors.joining(" or ")));
            case "hasAll" -> known(value, codes(condition, key).map(code -> code + " in " + value).collect(Collectors.joining(" and ")));
            case "hasNone" -> known(value, "not (" + codes(condition, key).map(code -> code + " in " + value).collect(Collectors.joining(" or ")) + ")");
            case "only" -> known(value, "not exists (" + value + " ticked where not (" + codes(condition, key).map(code -> "ticked = " + code)
                    .collect(Collectors.joining(" or ")) + "))");
            case "is" -> value + " = " + condition.getBoolean(key);
            case "lt" -> value + " < " + condition.get(key);
            case "le" -> value + " <= " + condition.get(key);
            case "gt" -> value + " > " + condition.get(key);
            case "ge" -> value + " >= " + condition.get(key);
            case "between" -> value + " >= " + condition.getJsonArray(key).get(0) + " and " + value + " <= " + condition.getJsonArray(key).get(1);
            case "onOrAfter" -> value + " >= @" + condition.getString(key);
            case "before" -> value + " < @" + condition.getString(key);
            case "withinDays" -> value + " <= \"AsOf\" and " + value + " >= \"AsOf\" - " + condition.getInt(key) + " days";
            case "answered" -> "not (" + value + " is null)";
            default -> throw new AssertionError(key);
        };
    }

    private static String known(String value, String then) {
        return "if " + value + " is null then null else (" + then + ")";
    }

    private static Stream<String> codes(JsonObject condition, String key) {
        return condition.getJsonArray(key).stream().map(code -> "'" + ((JsonString) code).getString() + "'");
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
