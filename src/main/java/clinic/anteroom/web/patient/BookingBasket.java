package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.BookingWish;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What a patient has said so far while booking. A lost race, Back and reload keep it; no address names a test. */
@SessionScoped
public class BookingBasket implements Serializable {

    private static final long serialVersionUID = 1L;

    private List<String> kinds = List.of();
    private transient BookingWish wish = BookingWish.NONE;
    private UUID held;
    private UUID moving;
    private String whose;

    /** Begins a booking of these kinds of visit. */
    void begin(List<String> wanted, BookingWish asked) {
        kinds = List.copyOf(wanted);
        wish = asked;
        held = null;
        moving = null;
    }

    /** The same for whoever holds this key: what somebody else answered in this browser is forgotten. */
    void begin(List<String> wanted, BookingWish asked, String key) {
        BookingWish before = wish();
        begin(wanted, key.equals(whose) ? asked.answered(before.answers()) : asked);
        whose = key;
    }

    /** Begins a move of a booked visit. */
    void move(UUID appointmentId, String kind) {
        begin(List.of(kind), BookingWish.NONE);
        moving = appointmentId;
    }

    List<String> kinds() {
        return kinds;
    }

    BookingWish wish() {
        return wish == null ? BookingWish.NONE : wish;
    }

    void wish(BookingWish asked) {
        wish = asked;
    }

    UUID held() {
        return held;
    }

    void hold(UUID appointmentId) {
        held = appointmentId;
    }

    UUID moving() {
        return moving;
    }
}
