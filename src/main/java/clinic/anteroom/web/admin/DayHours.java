package clinic.anteroom.web.admin;

import clinic.anteroom.intake.OpenHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The four inputs of one weekday: two stretches, so that a clinic can close over lunch. */
public class DayHours {

    private final DayOfWeek day;
    private final List<LocalTime> times = new ArrayList<>(4);

    DayHours(DayOfWeek day, List<OpenHours> all) {
        this.day = day;
        all.stream().filter(stretch -> stretch.day() == day).limit(2).forEach(stretch -> {
            times.add(stretch.opens());
            times.add(stretch.closes());
        });
        while (times.size() < 4) {
            times.add(null);
        }
    }

    /** What is filled in, at least in half. */
    List<OpenHours> stretches() {
        List<OpenHours> stretches = new ArrayList<>();
        for (int i = 0; i < 4; i += 2) {
            if (times.get(i) != null || times.get(i + 1) != null) {
                stretches.add(new OpenHours(day, times.get(i), times.get(i + 1)));
            }
        }
        return stretches;
    }

    /** 1 for Monday to 7. */
    public int getNumber() {
        return day.getValue();
    }

    /** Monday. */
    public String getName() {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    public LocalTime getOpens() {
        return times.get(0);
    }

    public void setOpens(LocalTime opens) {
        times.set(0, opens);
    }

    public LocalTime getCloses() {
        return times.get(1);
    }

    public void setCloses(LocalTime closes) {
        times.set(1, closes);
    }

    public LocalTime getOpensAgain() {
        return times.get(2);
    }

    public void setOpensAgain(LocalTime opens) {
        times.set(2, opens);
    }

    public LocalTime getClosesAgain() {
        return times.get(3);
    }

    public void setClosesAgain(LocalTime closes) {
        times.set(3, closes);
    }
}
