package clinic.anteroom.web.patient;

import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.myvisit.BookingWish;
import clinic.anteroom.shared.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A basket as it is written down.
 *
 * @param kinds  codes of the kinds of visit, in order; empty before a booking has begun
 * @param wish   what was asked for
 * @param held   first visit of a time that is kept; null if none is
 * @param moving visit that gets another time; null for a new one
 */
record BasketWords(List<String> kinds, BookingWish wish, UUID held, UUID moving) {

    /** Browsers drop a cookie of more than 4,096 bytes without a word; its name and marks need room, too. */
    private static final int LARGEST = 3900;

    static final BasketWords NONE = new BasketWords(List.of(), BookingWish.NONE, null, null);

    static BasketWords read(String json) {
        JsonObject all = JsonText.object(json);
        BookingWish wish = new BookingWish(all.getBoolean("interpreter"), all.getString("language", null), all.getBoolean("companion"),
                all.getBoolean("wheelchair"), all.getBoolean("help"), all.getString("words", null), id(all, "person"), answers(all));
        return new BasketWords(all.getJsonArray("kinds").getValuesAs(JsonString::getString), wish, id(all, "held"), id(all, "moving"));
    }

    /** As it lies in the browser; refuses with {@link BasketFull} what no cookie holds. */
    String seal(SecretBox box, String about) {
        String sealed = box.seal(write(), about);
        if (sealed.length() > LARGEST) {
            throw new BasketFull();
        }
        return sealed;
    }

    String write() {
        JsonArrayBuilder codes = Json.createArrayBuilder();
        kinds.forEach(codes::add);
        JsonObjectBuilder all = Json.createObjectBuilder().add("kinds", codes).add("interpreter", wish.interpreter()).add("companion", wish.companion())
                .add("wheelchair", wish.wheelchair()).add("help", wish.help());
        JsonObjectBuilder answers = Json.createObjectBuilder();
        wish.answers().forEach((question, answer) -> answers.add(question.toString(), answer));
        all.add("answers", answers);
        put(all, "language", wish.language());
        put(all, "words", wish.words());
        put(all, "person", wish.person());
        put(all, "held", held);
        put(all, "moving", moving);
        return all.build().toString();
    }

    private static void put(JsonObjectBuilder all, String name, Object value) {
        if (value != null) {
            all.add(name, value.toString());
        }
    }

    private static Map<UUID, String> answers(JsonObject all) {
        Map<UUID, String> answers = new HashMap<>();
        if (all.containsKey("answers")) {
            JsonObject kept = all.getJsonObject("answers");
            kept.keySet().forEach(question -> answers.put(UUID.fromString(question), kept.getString(question)));
        }
        return answers;
    }

    private static UUID id(JsonObject all, String name) {
        String value = all.getString(name, null);
        return value == null ? null : UUID.fromString(value);
    }
}
