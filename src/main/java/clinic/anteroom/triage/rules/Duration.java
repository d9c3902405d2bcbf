package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How long it has lasted. A band stands for one day inside it, picked so that every limit in the rules (3, 7, 14, 21, 28,
 * 42, 90 and 183 days) falls on its cautious side: four to fourteen days may still be the first week of a swollen muscle
 * (7), three to twelve months are not yet the half year of a stable twitch (180). The clinic's own choice.
 */
final class Duration {

    private static final Map<String, Integer> DAYS = Map.of("LT_24H", 0, "D1_3", 2, "D4_14", 7, "D15_28", 21, "W4_12", 56,
            "M3_12", 180, "GT_12M", 400);

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
}
