package clinic.anteroom.myvisit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known about the preparation of one visit.
 *
 * @param appointmentId never null
 * @param patientId     whose visit it is; never null
 * @param visitType     its kind; never null
 * @param start         when it begins; never null
 * @param screenedAt    when somebody put the questions before the scan; null if nobody has
 * @param safetyAt      when its patient looked at the safety answers again and nothing had changed; null if not
 * @param interlocks    what has to be settled before its orders; perhaps empty
 * @param ticks         when its patient ticked which step, by sheet, blank, key; perhaps empty
 */
record Prepared(UUID appointmentId, UUID patientId, String visitType, Instant start, Instant screenedAt, Instant safetyAt, Set<String> interlocks,
                Map<String, Instant> ticks) {

    private static final Duration SOON = Duration.ofDays(1);

    /** Its steps at this moment, the earliest deadline first; empty for a kind of visit without a sheet. */
    List<PreparationStep> steps(Instant now) {
        List<PreparationStep> steps = new ArrayList<>();
        for (Preparation sheet : Preparation.of(visitType)) {
            for (Preparation.Step step : sheet.steps()) {
                steps.add(at(sheet.id(), step, now));
            }
        }
        steps.sort(Comparator.comparing(PreparationStep::by));
        return steps;
    }

    private PreparationStep at(String sheet, Preparation.Step step, Instant now) {
        Instant by = start.minus(Duration.ofHours(step.hoursBefore()));
        Instant ticked = step.isTicked() ? ticks.get(sheet + " " + step.key()) : null;
        Instant at = switch (step.proof()) {
            case TICK, SHOWN, ORDER -> ticked;
            case SAFETY -> ticked == null ? safetyAt : ticked;
            case SCREENED -> screenedAt;
        };
        boolean done = at != null || step.proof() == Preparation.Proof.ORDER && interlocks.isEmpty();
        return new PreparationStep(sheet, step, by, done, ticked != null, at, done ? PreparationStep.Light.DONE : open(by, now));
    }

    private static PreparationStep.Light open(Instant by, Instant now) {
        return now.isAfter(by) ? PreparationStep.Light.MISSED : now.isAfter(by.minus(SOON)) ? PreparationStep.Light.NOW : PreparationStep.Light.AHEAD;
    }
}
