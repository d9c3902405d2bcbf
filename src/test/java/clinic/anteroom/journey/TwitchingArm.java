package clinic.anteroom.journey;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The case the product is tried with: a 58-year-old man, three months of twitching in the right upper arm and shoulder,
 * no link to exercise, the arm weaker (cannot lift a pan), a muscle thinner, no numbness, speech and swallowing normal.
 * Everything else is left out.
 */
final class TwitchingArm {

    static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            entry("TW-Q04", List.of("NONE")),
            entry("TW-Q01", List.of("SELF")),
            entry("TW-Q02", List.of("58")),
            entry("TW-Q03", List.of("MALE")),
            entry("TW-Q05", List.of("SHOULDER", "UPPER_ARM")),
            entry("TW-Q06.SHOULDER", List.of("RIGHT")),
            entry("TW-Q06.UPPER_ARM", List.of("RIGHT")),
            entry("TW-Q07", List.of("NO")),
            entry("TW-Q08", List.of("W4_12")),
            entry("TW-Q09", List.of("SECONDS")),
            entry("TW-Q10", List.of("MANY_PER_DAY")),
            entry("TW-Q11", List.of("WORSE")),
            entry("TW-Q12", List.of("NOT_LINKED")),
            entry("TW-Q16", List.of("SMALL_FLICKER")),
            entry("TW-Q18", List.of("YES_CANT_DO")),
            entry("TW-Q19", List.of("GRIP_JARS", "LIFT_ARM")),
            entry("TW-Q20", List.of("WEEKS_MONTHS")),
            entry("TW-Q21", List.of("ONE_LIMB")),
            entry("TW-Q23", List.of("YES")),
            entry("TW-Q25", List.of("NONE")),
            entry("TW-Q27", List.of("NONE")),
            entry("TW-Q28", List.of("NONE")),
            entry("TW-Q30", List.of("NONE")));

    private TwitchingArm() {
    }
}
