package clinic.anteroom.intake;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compact text form of answers: one key a question, the value as short as its type allows. */
final class AnswersJson {

    private static final String UNSURE = "UNSURE";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String NOT_SURE = "unsure";

    // Looked up once: Json.createValue looks for the provider on the class path at every call.
    private static final JsonProvider JSON = JsonProvider.provider();

    // One factory: it lends its buffers, which are larger than any form.
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private AnswersJson() {
    }

    static String write(Answers answers) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        answers.asMap().forEach((linkId, answer) ->
                json.add(linkId, value(answers.questionnaire().get(linkId).type(), answer)));
        return json.build().toString();
    }

    static Map<String, Answer> read(Questionnaire questionnaire, String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, Answer> answers = new LinkedHashMap<>();
            object.forEach((linkId, value) -> answers.put(linkId, answer(questionnaire.get(linkId), value)));
            return answers;
        } catch (JsonException e) {
            throw new IllegalArgumentException("Stored answers to " + questionnaire + " are no JSON object: " + e.getMessage()
                    + ".\nMaybe the row was edited by hand.", e);
        }
    }

    private static JsonValue value(QuestionType type, Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return type == QuestionType.SINGLE ? JSON.createValue(choice.codes().get(0))
                    : JSON.createArrayBuilder(choice.codes()).build();
        }
        if (answer instanceof Answer.Rows rows) {
            JsonObjectBuilder said = JSON.createObjectBuilder();
            said(said, YES, rows.yes());
            said(said, NO, rows.no());
            said(said, NOT_SURE, rows.unsure());
            return said.build();
        }
        if (answer instanceof Answer.Amount amount) {
            return JSON.createValue(amount.value());
        }
        if (answer instanceof Answer.Day day) {
            return JSON.createValue(day.date().toString());
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return JSON.createValue(answer instanceof Answer.Words words ? words.text() : UNSURE);
    }

    private static void said(JsonObjectBuilder said, String key, List<String> codes) {
        if (!codes.isEmpty()) {
            said.add(key, JSON.createArrayBuilder(codes));
        }
    }

    private static Answer answer(Question question, JsonValue value) {
        try {
            if (!question.type().hasOptions() && question.type() != QuestionType.TEXT && isUnsure(value)) {
                return new Answer.Unsure();
            }
            return switch (question.type()) {
                case SINGLE -> Answer.Choice.of(((JsonString) value).getString());
                case MULTI -> value instanceof JsonObject rows ? rows(rows) : new Answer.Choice(codes((JsonArray) value));
                case NUMBER, SCALE -> new Answer.Amount(((JsonNumber) value).bigDecimalValue());
                case DATE -> new Answer.Day(LocalDate.parse(((JsonString) value).getString()));
                case YES_NO -> new Answer.YesNo(yes(value));
                case TEXT -> new Answer.Words(((JsonString) value).getString());
            };
        } catch (ClassCastException | DateTimeParseException e) {
            throw new IllegalArgumentException("The stored answer to " + question.linkId() + " is no " + question.type()
                    + ".\nMaybe the type of the question was changed without a new version.", e);
        }
    }

    private static boolean isUnsure(JsonValue value) {
        return value instanceof JsonString string && string.getString().equals(UNSURE);
    }

    private static Answer.Rows rows(JsonObject rows) {
        if (!Set.of(YES, NO, NOT_SURE).containsAll(rows.keySet())) {
            throw new ClassCastException("neither yes, no nor unsure");
        }
        return new Answer.Rows(rowsSaid(rows, YES), rowsSaid(rows, NO), rowsSaid(rows, NOT_SURE));
    }

    private static List<String> rowsSaid(JsonObject rows, String key) {
        JsonArray codes = rows.getJsonArray(key);
        return codes == null ? List.of() : codes(codes);
    }

    private static List<String> codes(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static boolean yes(JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new ClassCastException("neither true nor false");
        }
        return value == JsonValue.TRUE;
    }
}
