package clinic.anteroom.web.shell;

import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import clinic.anteroom.shared.DateWords;
import clinic.anteroom.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What changed on a visit, in words for staff: "Time: Tue 1 Dec, 09:00 to 09:45 → Tue 1 Dec, 13:00 to 13:45". */
public final class ChangeWords {

    private static final DateWords DATES = DateWords.in(Language.ENGLISH);

    private ChangeWords() {
    }

    /** One line; what was or is not there is called so. */
    public static String of(Difference one, ZoneId zone) {
        return Texts.plain("reception_visit.changed_to", Texts.plain("reception_visit.changed_" + one.kind()), said(one.kind(), one.was(), zone),
                said(one.kind(), one.became(), zone));
    }

    private static String said(String kind, String value, ZoneId zone) {
        if (value == null || value.isBlank()) {
            return Texts.plain("reception_visit.changed_none");
        }
        return switch (kind) {
            case "TIME" -> stretch(value.split(" "), zone);
            case "STATE" -> state(value.split(" "));
            case "REPLY" -> Texts.plain("reception_visit.reply_" + value);
            case "PLACE" -> Texts.plain("reception_visit.place_" + value);
            default -> value;
        };
    }

    private static String stretch(String[] seconds, ZoneId zone) {
        return DATES.dateTime(wall(seconds[0], zone)) + " " + Texts.plain("reception_booking.to") + " " + DATES.hour(wall(seconds[1], zone));
    }

    private static String state(String[] stateAndReason) {
        String state = Texts.plain("reception_visit.status_" + stateAndReason[0]);
        return stateAndReason.length == 1 ? state : state + " (" + Texts.plain("reception_visit.reason_" + stateAndReason[1]) + ")";
    }

    private static ZonedDateTime wall(String seconds, ZoneId zone) {
        return Instant.ofEpochSecond(Long.parseLong(seconds)).atZone(zone);
    }
}
