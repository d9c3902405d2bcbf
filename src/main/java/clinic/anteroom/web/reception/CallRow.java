package clinic.anteroom.web.reception;

import clinic.anteroom.intake.PatientCall;

/** One call to make. */
public class CallRow {

    private final PatientCall call;

    CallRow(PatientCall call) {
        this.call = call;
    }

    public PatientCall getCall() {
        return call;
    }

    /** The number for a tel: link; null if none is known. */
    public String getLink() {
        return call.phone() == null ? null : "tel:" + call.phone().replaceAll("[^+0-9]", "");
    }
}
