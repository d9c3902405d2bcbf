package clinic.anteroom.triage.rules;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One object of a rule document, read strictly: unknown keys, missing keys and wrong types are faults that name their place. */
final class Fields {

    private final String place;
    private final JsonObject object;

    /**
     * @param place where it stands, for messages: {@code rule TW-E04}
     * @param value must be an object with no other keys than {@code known}
     */
    Fields(String place, JsonValue value, Set<String> known) {
        this.place = place;
        if (!(value instanceof JsonObject found)) {
            throw fault("must be an object, not " + value, "Maybe a bracket is missing.");
        }
        this.object = found;
        found.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw fault("has the unknown key \"" + key + "\"", "Maybe it is misspelt; known are " + known.stream().sorted().toList() + ".");
        });
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    JsonValue value(String key) {
        JsonValue value = object.get(key);
        if (value == null) {
            throw fault("has no \"" + key + "\"", "Maybe the key was forgotten.");
        }
        return value;
    }

    String text(String key) {
        return as(JsonString.class, key).getString();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int whole(String key) {
        return number(key).intValueExact();
    }

    BigDecimal number(String key) {
        return as(JsonNumber.class, key).bigDecimalValue();
    }

    boolean yes(String key) {
        JsonValue value = value(key);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw fault("needs true or false at \"" + key + "\", not " + value, "Maybe it stands in quotes.");
        }
        return value == JsonValue.TRUE;
    }

    /** The values of a list; an absent list is empty. */
    <T> List<T> list(String key, Function<JsonValue, T> each) {
        return has(key) ? as(JsonArray.class, key).stream().map(each).toList() : List.of();
    }

    /** The texts of a list; an absent list is empty. */
    List<String> texts(String key) {
        return list(key, value -> {
            if (!(value instanceof JsonString text)) {
                throw fault("needs texts in \"" + key + "\", not " + value, "Maybe the quotes are missing.");
            }
            return text.getString();
        });
    }

    /** The entries of an object of texts in the order of the document; an absent object is empty. */
    Map<String, String> textMap(String key) {
        return map(key, (name, value) -> value instanceof JsonString text ? text.getString() : badText(key, name, value));
    }

    /** The entries of an object in the order of the document; an absent object is empty. */
    <T> Map<String, T> map(String key, java.util.function.BiFunction<String, JsonValue, T> each) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (has(key)) {
            as(JsonObject.class, key).forEach((name, value) -> entries.put(name, each.apply(name, value)));
        }
        return entries;
    }

    /** A constant of an enum, spelt in any case. */
    <E extends Enum<E>> E constant(Class<E> type, String key) {
        try {
            return Enum.valueOf(type, text(key).toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault("has \"" + text(key) + "\" at \"" + key + "\"", "Maybe it should be one of "
                    + List.of(type.getEnumConstants()) + ".");
        }
    }

    IllegalArgumentException fault(String what, String maybe) {
        return new IllegalArgumentException(place + " " + what + ".\n" + maybe);
    }

    private String badText(String key, String name, JsonValue value) {
        throw fault("needs a text at \"" + key + "." + name + "\", not " + value, "Maybe the quotes are missing.");
    }

    private <T extends JsonValue> T as(Class<T> type, String key) {
        JsonValue value = value(key);
        if (!type.isInstance(value)) {
            throw fault("needs a " + type.getSimpleName() + " at \"" + key + "\", not " + value, "Maybe quotes or brackets are wrong.");
        }
        return type.cast(value);
    }
}
