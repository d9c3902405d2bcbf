package clinic.anteroom.web.patient;

import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.myvisit.BookingWish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What a patient has said so far while booking. A lost race, Back, reload and a server that ends keep it; no address names a test. It lies
 * sealed in the browser and opens only with the session it was said in, so any node can go on with it.
 */
@RequestScoped
public class BookingBasket {

    @Inject
    private VisitCookie cookie;

    @Inject
    private SecretBox box;

    private BasketWords said;

    /** Begins a booking of these kinds of visit. */
    void begin(List<String> wanted, BookingWish asked) {
        keep(new BasketWords(List.copyOf(wanted), asked, null, null));
    }

    /** The same with what was answered before: Back asks nothing twice. */
    void beginAgain(List<String> wanted, BookingWish asked) {
        begin(wanted, asked.answered(wish().answers()));
    }

    /** Begins a move of a booked visit. */
    void move(UUID appointmentId, String kind) {
        keep(new BasketWords(List.of(kind), BookingWish.NONE, null, appointmentId));
    }

    List<String> kinds() {
        return said().kinds();
    }

    BookingWish wish() {
        return said().wish();
    }

    void wish(BookingWish asked) {
        keep(new BasketWords(kinds(), asked, held(), moving()));
    }

    UUID held() {
        return said().held();
    }

    void hold(UUID appointmentId) {
        keep(new BasketWords(kinds(), wish(), appointmentId, moving()));
    }

    UUID moving() {
        return said().moving();
    }

    private BasketWords said() {
        if (said == null) {
            said = cookie.basket().flatMap(sealed -> box.tryOpen(sealed, about())).map(BasketWords::read).orElse(BasketWords.NONE);
        }
        return said;
    }

    private void keep(BasketWords words) {
        String sealed = words.seal(box, about());
        said = words;
        cookie.keepBasket(sealed);
    }

    /** A basket is of no use to whoever comes next. */
    private String about() {
        return "basket of " + cookie.ownKey();
    }
}
