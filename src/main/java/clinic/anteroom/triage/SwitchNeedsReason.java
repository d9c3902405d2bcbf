package clinic.anteroom.triage;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import java.util.List;

/** A rule is switched off for a reason of 1 to 2000 characters (field {@code why}); nothing was switched. */
public class SwitchNeedsReason extends FieldsRefused {

    private static final long serialVersionUID = 1L;

    SwitchNeedsReason() {
        super(List.of(new FieldRefused("why", "refusal.switch_reason")));
    }
}
