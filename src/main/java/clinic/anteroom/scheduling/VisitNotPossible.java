package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** The visit cannot be held as asked, whoever else books or not. */
public class VisitNotPossible extends BusinessException {

    private static final long serialVersionUID = 1L;

    private VisitNotPossible(String key, Object... arguments) {
        super(key, arguments);
    }

    static VisitNotPossible unknownKind() {
        return new VisitNotPossible("refusal.visit_unknown");
    }

    static VisitNotPossible unknownPatient() {
        return new VisitNotPossible("refusal.patient_unknown");
    }

    static VisitNotPossible inThePast() {
        return new VisitNotPossible("refusal.visit_in_the_past");
    }

    static VisitNotPossible offTheGrid() {
        return new VisitNotPossible("refusal.visit_off_the_grid");
    }

    static VisitNotPossible datesSwapped() {
        return new VisitNotPossible("refusal.dates_swapped");
    }

    static VisitNotPossible miscast() {
        return new VisitNotPossible("refusal.visit_miscast");
    }

    static VisitNotPossible closed(String resourceName) {
        return new VisitNotPossible("refusal.visit_closed", resourceName);
    }
}
