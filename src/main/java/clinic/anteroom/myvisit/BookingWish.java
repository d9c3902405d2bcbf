package clinic.anteroom.myvisit;

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
 */
public record BookingWish(boolean interpreter, String language, boolean companion, boolean wheelchair, boolean help, String words, UUID person) {

    /** Nothing is asked for. */
    public static final BookingWish NONE = new BookingWish(false, null, false, false, false, null, null);

    /** The same with somebody who is asked for; null for anybody. */
    public BookingWish with(UUID somebody) {
        return new BookingWish(interpreter, language, companion, wheelchair, help, words, somebody);
    }
}
