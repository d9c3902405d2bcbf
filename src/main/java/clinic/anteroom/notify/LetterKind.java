package clinic.anteroom.notify;

import java.util.Set;

/** What a letter is about. */
public enum LetterKind {

    /** A form was sent in: a link to read it. */
    COPY(Keyword.REFERENCE, Keyword.LINK),
    /** A form was begun: a link to go on. */
    RESUME(Keyword.REFERENCE, Keyword.LINK),
    /** Fourteen days after advice for home. */
    CHECK_IN(Keyword.REFERENCE, Keyword.LINK),
    /** A doctor has a question about a form. */
    FOLLOW_UP(Keyword.REFERENCE, Keyword.LINK),
    /** Visits were booked. */
    CONFIRMATION(Keyword.VISITS, Keyword.LINK),
    /** A visit has another time. */
    CHANGE(Keyword.VISITS, Keyword.LINK),
    /** A visit was called off. */
    CANCELLATION(Keyword.DATE, Keyword.TIME),
    /** A visit comes nearer. */
    REMINDER(Keyword.VISITS, Keyword.LINK),
    /** The patient may choose a time. */
    INVITATION(Keyword.LINK),
    /** The clinic has written; the words stay inside. */
    MESSAGE(Keyword.LINK),
    /** An earlier time can be taken. */
    OFFER(Keyword.DATE, Keyword.TIME, Keyword.UNTIL, Keyword.LINK),
    /** Six digits that open "my visit". */
    CODE(Keyword.CODE, Keyword.LINK),
    /** To the privacy officer: somebody looked behind a lock. */
    GLASS(Keyword.DATE, Keyword.TIME, Keyword.LINK);

    private final Set<Keyword> needed;

    LetterKind(Keyword... needed) {
        this.needed = Set.of(needed);
    }

    /** Keywords without which the letter would be of no use; never null. */
    public Set<Keyword> needed() {
        return needed;
    }

    /** Whether it is about one booked visit. */
    boolean isAboutAVisit() {
        return this == CONFIRMATION || this == CHANGE || this == CANCELLATION || this == REMINDER;
    }
}
