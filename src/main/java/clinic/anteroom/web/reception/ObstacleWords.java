package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.Trial;
import clinic.anteroom.scheduling.Trial.Obstacle;
import clinic.anteroom.web.shell.Texts;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What stands against a time, in words for staff; a visit in the way is named with its patient and its hours. */
final class ObstacleWords {

    private ObstacleWords() {
    }

    /** One sentence for each; empty if nothing stands against it. */
    static List<String> of(Trial trial, ZoneId zone) {
        return trial.obstacles().stream().map(one -> of(one, zone)).toList();
    }

    private static String of(Obstacle one, ZoneId zone) {
        String who = one.name() == null ? "" : one.name();
        return one.other() == null ? Texts.plain("reception_desk.obstacle_" + one.kind(), who)
                : Texts.plain("reception_desk.obstacle_BUSY_WITH", who, one.other().patientName(), hour(one.other().start(), zone), hour(one.other().end(), zone));
    }

    private static String hour(Instant moment, ZoneId zone) {
        return LocalTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
