package clinic.anteroom.care;

import clinic.anteroom.shared.BusinessException;

/** What is asked for was possible until a moment ago; nothing was done. */
public class TooLate extends BusinessException {

    private static final long serialVersionUID = 1L;

    private TooLate(String key, Object... arguments) {
        super(key, arguments);
    }

    /** A decision can be taken back only at once, and only by who made it. */
    static TooLate toUndo() {
        return new TooLate("refusal.too_late_to_undo");
    }

    /** Somebody took every order back. */
    static TooLate nothingToBook() {
        return new TooLate("refusal.nothing_to_book");
    }

    /** A closed case stands in nobody's list. */
    static TooLate closed() {
        return new TooLate("refusal.case_closed");
    }

    /** Somebody has ordered it again already. */
    static TooLate orderedAgain(String test) {
        return new TooLate("refusal.ordered_again", test);
    }

    /** The desk or the patient has booked it: it is called off there first. */
    static TooLate booked(String test) {
        return new TooLate("refusal.order_booked", test);
    }
}
