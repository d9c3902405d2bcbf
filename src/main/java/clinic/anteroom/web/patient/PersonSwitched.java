package clinic.anteroom.web.patient;

import clinic.anteroom.shared.BusinessException;

/** The page was shown for one person, and another window has switched to somebody else: nothing is done for the wrong one. */
class PersonSwitched extends BusinessException {

    private static final long serialVersionUID = 1L;

    PersonSwitched() {
        super("refusal.person_switched");
    }
}
