package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/**
 * The database did not answer whether this went through. It is never called a failure: sending the same page again, with its
 * key, tells what came of it, and so does {@link BookingService#findByKey}.
 */
public class AnswerPending extends BusinessException {

    private static final long serialVersionUID = 1L;

    AnswerPending() {
        super("refusal.answer_pending");
    }
}
