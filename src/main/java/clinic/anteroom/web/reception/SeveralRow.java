package clinic.anteroom.web.reception;

import clinic.anteroom.notify.LetterPreview;
import clinic.anteroom.notify.TellWay;
import clinic.anteroom.scheduling.desk.Board;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One of several visits that are called off: what its patient would read, and how this patient is told if not like the others. */
public class SeveralRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private final String name;
    private final String phone;
    private final Instant start;
    private final String visitName;
    private final String letter;
    private TellWay way;

    SeveralRow(Board.BoardVisit visit, LetterPreview preview) {
        id = visit.id();
        version = visit.version();
        name = visit.givenName() + " " + visit.familyName();
        phone = visit.phone();
        start = visit.whole().start();
        visitName = visit.visitName();
        letter = preview != null && preview.isLetter() ? preview.subject() + "\n\n" + preview.text() : null;
    }

    /** How this patient is told: who gets no letter is phoned, unless somebody said that nobody tells. */
    TellWay told(TellWay all) {
        TellWay said = way == null ? all : way;
        return letter == null && (said == TellWay.LATER || said == TellWay.NOW) ? TellWay.PHONE : said;
    }

    public UUID getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getPhone() {
        return phone;
    }

    public Instant getStart() {
        return start;
    }

    public String getVisitName() {
        return visitName;
    }

    /** Subject and words of the letter; null if none would leave. */
    public String getLetter() {
        return letter;
    }

    /** How this patient is told; null for like the others. */
    public TellWay getWay() {
        return way;
    }

    public void setWay(TellWay way) {
        this.way = way;
    }
}
