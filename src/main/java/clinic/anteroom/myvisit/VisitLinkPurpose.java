package clinic.anteroom.myvisit;

import java.time.Duration;

/** What a mailed link is for. */
public enum VisitLinkPurpose {

    /** To book what was ordered; with the birth date. */
    INVITATION(Duration.ofDays(7), true),
    /** To see, prepare, move or call off a visit; with the birth date. Without it it tells date, time and place. */
    VISIT(Duration.ofDays(90), true),
    /** Instead of typing a code that was just asked for. */
    SIGN_IN(Duration.ofMinutes(10), false);

    private final Duration life;
    private final boolean asksForBirthDate;

    VisitLinkPurpose(Duration life, boolean asksForBirthDate) {
        this.life = life;
        this.asksForBirthDate = asksForBirthDate;
    }

    /** How long it lives at most. */
    public Duration life() {
        return life;
    }

    /** Whether the birth date has to come along. */
    public boolean asksForBirthDate() {
        return asksForBirthDate;
    }
}
