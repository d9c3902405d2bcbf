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

    static VisitNotPossible atAnUnclearHour() {
        return new VisitNotPossible("refusal.visit_unclear_hour");
    }

    static VisitNotPossible datesSwapped() {
        return new VisitNotPossible("refusal.dates_swapped");
    }

    static VisitNotPossible onHold() {
        return new VisitNotPossible("refusal.visit_on_hold");
    }

    static VisitNotPossible miscast() {
        return new VisitNotPossible("refusal.visit_miscast");
    }

    static VisitNotPossible notForYou() {
        return new VisitNotPossible("refusal.visit_not_for_you");
    }

    static VisitNotPossible tooLateToBook() {
        return new VisitNotPossible("refusal.visit_too_soon");
    }

    static VisitNotPossible tooFarAhead(long days) {
        return new VisitNotPossible("refusal.visit_too_far_ahead", days);
    }

    static VisitNotPossible dayFull(int cap) {
        return new VisitNotPossible("refusal.visit_day_full", cap);
    }

    static VisitNotPossible implant() {
        return new VisitNotPossible("refusal.visit_implant");
    }

    static VisitNotPossible bloodFirst() {
        return new VisitNotPossible("refusal.visit_blood_first");
    }

    static VisitNotPossible unknownPhase() {
        return new VisitNotPossible("refusal.visit_unknown_phase");
    }

    static VisitNotPossible oddLength(int shortest, int longest) {
        return new VisitNotPossible("refusal.visit_odd_length", shortest, longest);
    }

    static VisitNotPossible overAlready() {
        return new VisitNotPossible("refusal.visit_over_already");
    }

    static VisitNotPossible legsOutOfOrder() {
        return new VisitNotPossible("refusal.visit_legs_out_of_order");
    }

    static VisitNotPossible closed(String resourceName) {
        return new VisitNotPossible("refusal.visit_closed", resourceName);
    }
}
