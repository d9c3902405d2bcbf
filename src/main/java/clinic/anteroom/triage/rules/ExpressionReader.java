package clinic.anteroom.triage.rules;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads trees of conditions. Equal conditions become one object, so that each is tested once an evaluation. A reference
 * finds only definitions that stand before it: circles cannot be written.
 */
final class ExpressionReader {

    private static final Set<String> CONDITION = Set.of("q", "unit", "is", "in", "hasAny", "hasAll", "hasNone", "only", "lt",
            "le", "gt", "ge", "between", "onOrAfter", "before", "withinDays", "answered");

    /** How many expressions may stand inside each other, definitions included: far more than a person can follow. */
    static final int DEEPEST = 40;

    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<Condition, Condition> conditions = new HashMap<>();

    /** Makes a definition known to everything that is read later. */
    Expression define(String name, Expression body) {
        definitions.put(name, body);
        depths.put(name, depth(body));
        return body;
    }

    /** Reads one expression; {@code place} is for messages. */
    Expression read(String place, JsonValue value) {
        return read(place, value, DEEPEST);
    }

    /** {@code room}: how many expressions may still stand inside each other, this one included. */
    private Expression read(String place, JsonValue value, int room) {
        if (room == 0) {
            throw tooDeep(place);
        }
        JsonObject object = value instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
        if (object.containsKey("q")) {
            Condition condition = condition(place, value);
            return conditions.computeIfAbsent(condition, same -> condition);
        }
        Fields fields = new Fields(place, value, Set.of("all", "any", "not", "atLeast", "ref", "fired", "firedLevel"));
        if (object.size() != 1) {
            throw fields.fault("must have one key, not " + object.keySet(), "Maybe two conditions need an \"all\" around them.");
        }
        return joined(place, fields, object.keySet().iterator().next(), room - 1);
    }

    private Expression joined(String place, Fields fields, String key, int room) {
        return switch (key) {
            case "all" -> new Expression.All(children(place, fields, key, room));
            case "any" -> new Expression.Any(children(place, fields, key, room));
            case "not" -> new Expression.Not(read(place, fields.value(key), room));
            case "atLeast" -> atLeast(place, fields.value(key), room);
            case "ref" -> reference(place, fields, room);
            case "fired" -> new Expression.Fired(fields.texts(key));
            default -> new Expression.FiredLevel(fields.texts(key).stream().map(Level::valueOf).toList());
        };
    }

    private List<Expression> children(String place, Fields fields, String key, int room) {
        List<Expression> children = fields.list(key, value -> read(place, value, room));
        if (children.isEmpty()) {
            throw fields.fault("has an empty \"" + key + "\"", "Maybe its conditions were deleted.");
        }
        return children;
    }

    private Expression atLeast(String place, JsonValue value, int room) {
        Fields fields = new Fields(place, value, Set.of("n", "of"));
        return new Expression.AtLeast(fields.whole("n"), children(place, fields, "of", room));
    }

    private Expression reference(String place, Fields fields, int room) {
        String name = fields.text("ref");
        if (!definitions.containsKey(name)) {
            throw fields.fault("refers to the definition " + name + ", which does not stand before it",
                    "Maybe it is misspelt, stands later, or refers back to here.");
        }
        if (depths.get(name) > room) {
            throw tooDeep(place);
        }
        return new Expression.Reference(name, definitions.get(name));
    }

    private int depth(Expression expression) {
        return 1 + (expression instanceof Expression.Reference reference ? depths.get(reference.name())
                : expression.children().stream().mapToInt(this::depth).max().orElse(0));
    }

    private static IllegalArgumentException tooDeep(String place) {
        return new IllegalArgumentException(place + " has more than " + DEEPEST + " expressions inside each other.\n"
                + "Maybe brackets are wrong; else give a part a name under \"definitions\" and ask less of it.");
    }

    private static Condition condition(String place, JsonValue value) {
        Fields fields = new Fields(place, value, CONDITION);
        List<String> operators = ((JsonObject) value).keySet().stream().filter(key -> Operator.of(key).isPresent()).toList();
        if (operators.size() != 1) {
            throw fields.fault("must compare " + fields.text("q") + " in one way, not in " + operators,
                    "Maybe two conditions need an \"all\" around them.");
        }
        Operator operator = Operator.of(operators.get(0)).orElseThrow();
        return new Condition(fields.text("q"), operator, constant(fields, operator));
    }

    private static Constant constant(Fields fields, Operator operator) {
        String key = operator.key();
        if (operator.takesCodes()) {
            return new Constant.Codes(fields.texts(key));
        }
        return switch (operator) {
            case IS -> new Constant.Said(fields.yes(key));
            case ANSWERED -> answered(fields);
            case BETWEEN -> span(fields);
            case ON_OR_AFTER, BEFORE -> new Constant.On(LocalDate.parse(fields.text(key)));
            case WITHIN_DAYS -> new Constant.Days(fields.whole(key));
            default -> new Constant.Limit(fields.number(key), fields.text("unit", null));
        };
    }

    private static Constant answered(Fields fields) {
        if (!fields.yes("answered")) {
            throw fields.fault("has \"answered\": false", "Maybe a \"not\" around \"answered\": true is meant.");
        }
        return new Constant.Said(true);
    }

    private static Constant span(Fields fields) {
        if (!(fields.value("between") instanceof JsonArray ends) || ends.size() != 2
                || !(ends.get(0) instanceof JsonNumber low) || !(ends.get(1) instanceof JsonNumber high)) {
            throw fields.fault("needs two numbers at \"between\"", "Maybe one end is missing.");
        }
        return new Constant.Span(low.bigDecimalValue(), high.bigDecimalValue(), fields.text("unit", null));
    }
}
