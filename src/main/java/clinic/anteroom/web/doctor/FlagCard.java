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
    private final List<String> openSafety;
    private final boolean toldAbove;
    private final boolean dismissing;
    private String indication;
    private DismissalReason reason;
    private String words;

    FlagCard(FlaggedTest flag, List<String> warnings, List<String> openSafety, boolean toldAbove, boolean dismissing) {
        this.flag = flag;
        this.warnings = warnings;
        this.openSafety = openSafety;
        this.toldAbove = toldAbove;
        this.dismissing = dismissing;
        this.indication = flag.reasons().isEmpty() ? "" : flag.reasons().get(0).sentence();
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

    /** Whether the same rules and answers stand on a card above; they are folded here. */
    public boolean isToldAbove() {
        return toldAbove;
    }

    /** What the test must mind. */
    public List<String> getWarnings() {
        return warnings;
    }

    /** Safety questions of this test that were not answered. */
    public List<String> getOpenSafety() {
        return openSafety;
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
