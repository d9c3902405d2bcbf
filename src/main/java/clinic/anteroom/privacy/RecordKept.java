package clinic.anteroom.privacy;

import clinic.anteroom.shared.BusinessException;

/** A record is not destroyed; nothing was changed. */
public class RecordKept extends BusinessException {

    private static final long serialVersionUID = 1L;

    private RecordKept(String key) {
        super(key);
    }

    /** The law still asks for it. */
    static RecordKept byLaw() {
        return new RecordKept("refusal.record_kept");
    }

    /** One person alone has not waited long enough. */
    static RecordKept untilSomebodyElseAgrees() {
        return new RecordKept("refusal.record_needs_two");
    }

    /** Nobody has proposed it, or it was withdrawn or destroyed meanwhile. */
    static RecordKept withoutProposal() {
        return new RecordKept("refusal.record_not_proposed");
    }
}
