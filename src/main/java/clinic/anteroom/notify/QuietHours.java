package clinic.anteroom.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When reminders may leave: from 9 to 18 on the clinic's wall, whatever the clocks do in between. */
final class QuietHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private QuietHours() {
    }

    /** When they may first leave on this day. */
    static Instant opensOn(LocalDate day, ZoneId zone) {
        return day.atTime(OPENS).atZone(zone).toInstant();
    }

    /** This moment if they may leave now, otherwise the next moment at which they may. */
    static Instant notBefore(Instant now, ZoneId zone) {
        ZonedDateTime wall = now.atZone(zone);
        if (wall.toLocalTime().isBefore(OPENS)) {
            return opensOn(wall.toLocalDate(), zone);
        }
        return wall.toLocalTime().isBefore(CLOSES) ? now : opensOn(wall.toLocalDate().plusDays(1), zone);
    }
}
