package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * How long it has lasted. A band stands for one day inside it, picked so that every limit in the rules (3, 7, 14, 21, 28,
 * 42, 90 and 183 days) falls on its cautious side: four to fourteen days may still be the first week of a swollen muscle
 * (7), three to twelve months are not yet the half year of a stable twitch (180). The clinic's own choice.
 */
final class Duration {

    private static final Map<String, Integer> DAYS = Map.of("LT_24H", 0, "D1_3", 2, "D4_14", 7, "D15_28", 21, "W4_12", 56,
            "M3_12", 180, "GT_12M", 400);

    /** First and last day of each band, a little generous: people remember roughly. */
    private static final Map<String, List<Integer>> SPAN = Map.of("LT_24H", List.of(0, 2), "D1_3", List.of(0, 5), "D4_14", List.of(2, 17),
            "D15_28", List.of(10, 35), "W4_12", List.of(21, 100), "M3_12", List.of(75, 400), "GT_12M", List.of(330, Integer.MAX_VALUE));

    private Duration() {
    }

    /** Days from the date to {@code asOf}; missing if the date is still to come. */
    static Given since(LocalDate date, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(date, asOf);
        return days < 0 ? Given.MISSING : new Given.Answered(Answer.Amount.of(days));
    }

    /** What the band stands for; missing if it is none ("I am not sure"). */
    static Given of(String band) {
        Integer days = DAYS.get(band);
        return days == null ? Given.MISSING : new Given.Answered(Answer.Amount.of(days));
    }

    /** Whether somebody who names this band may mean this day; any band is fine that is none of ours, or a day to come. */
    static boolean mayMean(String band, LocalDate date, LocalDate asOf) {
        List<Integer> span = SPAN.get(band);
        long days = ChronoUnit.DAYS.between(date, asOf);
        return span == null || days < 0 || days >= span.get(0) && days <= span.get(1);
    }
}
