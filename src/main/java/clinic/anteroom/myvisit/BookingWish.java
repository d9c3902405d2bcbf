package clinic.anteroom.myvisit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a patient asks for before times are shown.
 *
 * @param interpreter whether everything is said twice; the visits are longer then
 * @param language    code of ISO 639 of the language wished for; null for the clinic's
 * @param companion   whether somebody comes along
 * @param wheelchair  whether the rooms have to take a wheelchair
 * @param help        whether help to undress or lie down is needed; the visits are longer then
 * @param words       anything else, at most 500 characters; null for nothing
 * @param person      somebody who is asked for; null for anybody
 * @param answers     what was answered to the questions of the kinds of visit: codes of options or words, by question; what is not in it was not answered
 */
public record BookingWish(boolean interpreter, String language, boolean companion, boolean wheelchair, boolean help, String words, UUID person,
                          Map<UUID, String> answers) {

    /** Nothing is asked for. */
    public static final BookingWish NONE = new BookingWish(false, null, false, false, false, null, null, Map.of());

    public BookingWish {
        answers = new HashMap<>(answers);
        answers.values().removeIf(value -> value == null || value.isBlank());
        answers = Map.copyOf(answers);
    }

    /** The same with somebody who is asked for; null for anybody. */
    public BookingWish with(UUID somebody) {
        return new BookingWish(interpreter, language, companion, wheelchair, help, words, somebody, answers);
    }

    /** The same with these answers. */
    public BookingWish answered(Map<UUID, String> given) {
        return new BookingWish(interpreter, language, companion, wheelchair, help, words, person, given);
    }
}
