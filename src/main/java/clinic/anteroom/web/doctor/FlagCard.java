package clinic.anteroom.web.doctor;

import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlaggedTest;
import java.util.List;
import java.util.UUID;

/** One flag on the page and what the doctor types into it. */
public class FlagCard {

    private final FlaggedTest flag;
    private final List<String> warnings;
    private final boolean dismissing;
    private String indication;
    private DismissalReason reason;
    private String words;

    FlagCard(FlaggedTest flag, List<String> warnings, boolean dismissing) {
        this.flag = flag;
        this.warnings = warnings;
        this.dismissing = dismissing;
        this.indication = flag.reasons().isEmpty() ? "" : flag.reasons().get(0).doctorWords();
    }

    public FlaggedTest getFlag() {
        return flag;
    }

    UUID id() {
        return flag.id();
    }

    public List<FlagReason> getReasons() {
        return flag.reasons();
    }

    /** What the test must mind. */
    public List<String> getWarnings() {
        return warnings;
    }

    /** Whether a decision is still open. */
    public boolean isOpen() {
        return flag.decidedAt() == null;
    }

    /** Whether the doctor is about to dismiss it. */
    public boolean isDismissing() {
        return dismissing && isOpen();
    }

    public String getIndication() {
        return indication;
    }

    public void setIndication(String indication) {
        this.indication = indication;
    }

    public DismissalReason getReason() {
        return reason;
    }

    public void setReason(DismissalReason reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
