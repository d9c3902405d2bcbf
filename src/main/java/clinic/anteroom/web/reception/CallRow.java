package clinic.anteroom.web.reception;

import clinic.anteroom.intake.PatientCall;

/** One call to make and what is written about it. */
public class CallRow {

    private final PatientCall call;
    private String words;

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

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
