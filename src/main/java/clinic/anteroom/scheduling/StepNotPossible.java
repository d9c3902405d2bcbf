package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The visit does not stand where this step begins, or it is not the day for it. */
public class StepNotPossible extends BusinessException {

    private static final long serialVersionUID = 1L;

    private StepNotPossible(String key) {
        super(key);
    }

    static StepNotPossible fromHere() {
        return new StepNotPossible("refusal.step_not_from_here");
    }

    static StepNotPossible today() {
        return new StepNotPossible("refusal.step_not_today");
    }

    static StepNotPossible yet() {
        return new StepNotPossible("refusal.step_not_yet");
    }

    static StepNotPossible unscreened() {
        return new StepNotPossible("refusal.step_unscreened");
    }
}
