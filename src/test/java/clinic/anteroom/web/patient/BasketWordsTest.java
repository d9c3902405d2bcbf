package clinic.anteroom.web.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.proof.SecretBox;
import clinic.anteroom.myvisit.BookingWish;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A basket that is written on one node and read on another. */
class BasketWordsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final BasketWords FULL = new BasketWords(List.of("EMG", "BLOOD"),
            new BookingWish(true, "fr", true, false, true, "Ring \"twice\" \u00e0 gauche " + "\u20ac".repeat(470), UUID.randomUUID(), java.util.Map.of(UUID.randomUUID(), "NO")), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void everythingSaidComesBack() {
        assertThat(BasketWords.read(FULL.write())).isEqualTo(FULL);
        assertThat(BasketWords.read(BasketWords.NONE.write())).isEqualTo(BasketWords.NONE);
    }

    @Test
    void sealedBasketFitsIntoACookieNamesNothingAndOpensOnAnotherNodeForItsOwnerOnly() {
        String sealed = FULL.seal(node(), "basket of a");
        assertThat(sealed).hasSizeLessThan(4_000).doesNotContain("EMG").matches("[A-Za-z0-9+/=]+");
        assertThat(node().tryOpen(sealed, "basket of a")).map(BasketWords::read).contains(FULL);
        assertThat(node().tryOpen(sealed, "basket of b")).isEmpty();
        assertThat(node().tryOpen(sealed.substring(4), "basket of a")).isEmpty();
        assertThat(node().tryOpen("AAAA", "basket of a")).isEmpty();
        assertThat(node().tryOpen("not base64!", "basket of a")).isEmpty();
    }

    @Test
    void whatNoCookieHoldsIsRefusedInsteadOfForgotten() {
        java.util.Map<UUID, String> answers = new java.util.HashMap<>();
        while (answers.size() < 30) {
            answers.put(UUID.randomUUID(), "\u00e9".repeat(120));
        }
        BasketWords three = new BasketWords(List.of("EMG"), BookingWish.NONE.answered(answers), null, null);
        assertThatThrownBy(() -> three.seal(node(), "basket of a")).isInstanceOf(BasketFull.class);
    }

    private static SecretBox node() {
        return new SecretBox(Optional.of(KEY), Optional.empty());
    }
}
