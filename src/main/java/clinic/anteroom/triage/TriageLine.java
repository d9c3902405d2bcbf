package clinic.anteroom.triage;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.FieldsRefused;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Finding;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.Truth;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One line of answers in, one line of triage out, with the newest rules of this build.
 *
 * <p>In: {@code id} (text, comes back), {@code complaint} (name of the questionnaire), {@code date} (the day of submission),
 * {@code answers}: keys are link ids, a sub-question is id, dot, name; a SINGLE is a code, a MULTI an array of codes, a
 * number a number, a day {@code "2026-11-23"}, yes or no {@code true} or {@code false}, {@code "UNSURE"} for "I am not
 * sure" to a question without options. An absent key is SKIPPED.
 *
 * <p>Out: {@code id, urgency, dueDays} (null at home), {@code flags} ({@code test, bodyPart} and {@code analytes} where
 * there are any, {@code strength} as the rules spell it, {@code rules}), {@code specialties, warnings} (rule ids;
 * one that is {@code unknown} as well is a hold until its safety question is answered),
 * {@code rules} (ids of those that are true), {@code unknown} (ids of those that hang on a missing answer), {@code ruleSet}
 * ({@code name|version}), {@code hash} (SHA-256 of that document). A line with a fault: {@code id} (null if it could not be
 * read) and {@code error}.
 */
final class TriageLine {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> KEYS = Set.of("id", "complaint", "date", "answers");
    private static final Set<String> ALL_TESTS = Set.of("BLOOD", "EMG", "NCS", "CT", "MRI");

    private final Questionnaires questionnaires = Questionnaires.shipped();
    private final Map<String, RuleSet> ruleSets = RuleSets.newestShipped();

    /** The answer to one line; never throws for what stands in it. */
    String answer(String line) {
        JsonValue id = JsonValue.NULL;
        try (JsonReader reader = JSON.createReader(new StringReader(line))) {
            JsonObject asked = reader.readObject();
            id = asked.getOrDefault("id", JsonValue.NULL);
            return triage(id, asked).build().toString();
        } catch (JsonException e) {
            return error(id, "The line is no JSON object: " + e.getMessage());
        } catch (FieldsRefused e) {
            return error(id, e.fields().stream().map(field -> field.field() + ": " + field.key() + " " + field.arguments())
                    .reduce((one, other) -> one + "; " + other).orElse(""));
        } catch (RuntimeException e) {
            return error(id, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private JsonObjectBuilder triage(JsonValue id, JsonObject asked) {
        refuse("Unknown key", asked.keySet().stream().filter(key -> !KEYS.contains(key)));
        String complaint = text(asked, "complaint");
        Questionnaire questionnaire = questionnaires.findNewest(complaint)
                .orElseThrow(() -> new IllegalArgumentException("Unknown complaint: " + complaint));
        RuleSet ruleSet = ruleSets.get(questionnaire.canonical());
        if (ruleSet == null) {
            throw new IllegalArgumentException("There are no rules for " + questionnaire.canonical());
        }
        return outcome(id, Evaluator.evaluate(ruleSet, answers(questionnaire, asked), date(asked)));
    }

    private static Answers answers(Questionnaire questionnaire, JsonObject asked) {
        if (!(asked.get("answers") instanceof JsonObject answers)) {
            throw new IllegalArgumentException("\"answers\" must be an object of answers by question id");
        }
        refuse("Unknown question", answers.keySet().stream().filter(key -> questionnaire.find(key).isEmpty()));
        refuse("Unknown code", answers.entrySet().stream().flatMap(entry -> codes(entry.getValue())
                .filter(code -> questionnaire.get(entry.getKey()).type().hasOptions()
                        && questionnaire.get(entry.getKey()).option(code).isEmpty())
                .map(code -> entry.getKey() + " " + code)));
        answers.forEach((key, value) -> fits(questionnaire, key, value));
        return Answers.parse(questionnaire, answers.toString(), ALL_TESTS);
    }

    /** One answer at a time, so that a wrong type is told with its question. */
    private static void fits(Questionnaire questionnaire, String key, JsonValue value) {
        try {
            Answers.parse(questionnaire, JSON.createObjectBuilder().add(key, value).build().toString(), ALL_TESTS);
        } catch (FieldsRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(key + " cannot be " + value + ", it is " + questionnaire.get(key).type());
        }
    }

    private static Stream<String> codes(JsonValue value) {
        return value instanceof JsonString code ? Stream.of(code.getString())
                : value instanceof jakarta.json.JsonArray array ? array.stream().filter(JsonString.class::isInstance)
                        .map(code -> ((JsonString) code).getString()) : Stream.empty();
    }

    private static LocalDate date(JsonObject asked) {
        String date = text(asked, "date");
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"date\" must be a day like 2026-11-23, not " + date, e);
        }
    }

    private static String text(JsonObject asked, String key) {
        if (!(asked.get(key) instanceof JsonString text)) {
            throw new IllegalArgumentException("\"" + key + "\" must be there and a text");
        }
        return text.getString();
    }

    private static void refuse(String what, Stream<String> unknown) {
        Set<String> names = new TreeSet<>(unknown.toList());
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + String.join(", ", names));
        }
    }

    private static JsonObjectBuilder outcome(JsonValue id, Evaluation evaluation) {
        JsonObjectBuilder out = JSON.createObjectBuilder().add("id", id).add("urgency", evaluation.urgency().name());
        if (evaluation.dueDays().isPresent()) {
            out.add("dueDays", evaluation.dueDays().getAsInt());
        } else {
            out.addNull("dueDays");
        }
        JsonArrayBuilder flags = JSON.createArrayBuilder();
        evaluation.flags().forEach(flag -> flags.add(flag(flag)));
        return out.add("flags", flags).add("specialties", texts(evaluation.specialties()))
                .add("warnings", texts(evaluation.warnings().stream().map(warning -> warning.rule()).toList()))
                .add("rules", rules(evaluation, Truth.TRUE)).add("unknown", rules(evaluation, Truth.UNKNOWN))
                .add("ruleSet", evaluation.basis().ruleSet()).add("hash", evaluation.basis().ruleSetSha256());
    }

    private static JsonObjectBuilder flag(Flag flag) {
        JsonObjectBuilder out = JSON.createObjectBuilder().add("test", flag.test());
        if (!flag.bodyPart().isEmpty()) {
            out.add("bodyPart", flag.bodyPart());
        }
        if (!flag.analytes().isEmpty()) {
            out.add("analytes", texts(flag.analytes()));
        }
        if (!flag.alsoConsider().isEmpty()) {
            out.add("alsoConsider", texts(flag.alsoConsider()));
        }
        return out.add("strength", flag.strength().name().toLowerCase(java.util.Locale.ROOT)).add("rules", texts(flag.rules()));
    }

    private static JsonArrayBuilder rules(Evaluation evaluation, Truth truth) {
        return texts(evaluation.findings().stream().filter(finding -> finding.truth() == truth).map(Finding::rule).toList());
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        return JSON.createArrayBuilder(texts);
    }

    private static String error(JsonValue id, String error) {
        return JSON.createObjectBuilder().add("id", id).add("error", error).build().toString();
    }
}
