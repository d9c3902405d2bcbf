package clinic.anteroom.intake;

import java.time.LocalDate;

/**
 * The door of the online form asks whether the clinic is closed on a day. Who keeps the clinic's calendar comes later in the
 * house and answers at once, inside the call; nobody answering means an ordinary day.
 */
public final class ClosedDayAsked {

    private final LocalDate day;
    private boolean closed;

    public ClosedDayAsked(LocalDate day) {
        this.day = day;
    }

    /** The day on the clinic's wall; never null. */
    public LocalDate day() {
        return day;
    }

    /** Answers: the whole clinic is closed on that day. */
    public void answerClosed() {
        closed = true;
    }

    /** Whether somebody answered that it is. */
    public boolean isClosed() {
        return closed;
    }
}
