package clinic.anteroom.privacy;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** A lock, or looking behind one, is not possible as it was asked for; nothing was changed. */
public class LockRefused extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    private LockRefused(FieldRefused fault) {
        super(List.of(fault));
    }

    /** The words without spaces around them, if there are enough of them and not too many. */
    static String checked(String field, String typed, int least, int most) {
        String words = typed == null ? "" : typed.strip();
        if (words.length() < least || words.length() > most) {
            throw new LockRefused(new FieldRefused(field, "refusal.lock_words", least, most));
        }
        return words;
    }

    /** Nobody works here under this name. */
    static LockRefused nobody() {
        return new LockRefused(new FieldRefused("whom", "refusal.lock_whom"));
    }

    /** The item is not in this record. */
    static LockRefused noItem() {
        return new LockRefused(new FieldRefused("item", "refusal.lock_item"));
    }

    /** Nothing is locked for the caller in the record of somebody called like that: said alike for who is known here and who is not. */
    static LockRefused nothingLocked() {
        return new LockRefused(new FieldRefused("family", "refusal.lock_nobody"));
    }
}
