package clinic.anteroom.intake;

import clinic.anteroom.shared.FieldRefused;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clinic has set about the online form.
 *
 * @param suspended whether it is switched off
 * @param dailyCap  most forms a day that come by themselves, 1 to 9999; null for no limit
 * @param message   what the clinic says beside it, at most 300 characters; null if nothing
 * @param draftDays how long a form that was begun and not sent is kept, 1 to 365 days
 * @param hours     when it is open; empty means always
 */
public record OnlineFormRules(boolean suspended, Integer dailyCap, String message, Integer draftDays, List<OpenHours> hours) {

    private static final int LARGEST_CAP = 9999;
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_DRAFT = 365;

    public OnlineFormRules {
        hours = List.copyOf(hours);
    }

    /** What is wrong, by field; for hours the field is {@code hours-1} (Monday) to {@code hours-7}. */
    List<FieldRefused> faults() {
        List<FieldRefused> faults = new ArrayList<>();
        if (dailyCap != null && (dailyCap < 1 || dailyCap > LARGEST_CAP)) {
            faults.add(new FieldRefused("dailyCap", "refusal.intake_cap", 1, LARGEST_CAP));
        }
        if (message != null && message.length() > LONGEST_MESSAGE) {
            faults.add(new FieldRefused("message", "refusal.setting_too_long", LONGEST_MESSAGE));
        }
        if (draftDays == null || draftDays < 1 || draftDays > LONGEST_DRAFT) {
            faults.add(new FieldRefused("draftDays", "refusal.intake_draft_days", 1, LONGEST_DRAFT));
        }
        hours.forEach(stretch -> faultOf(stretch, faults));
        return faults;
    }

    private void faultOf(OpenHours stretch, List<FieldRefused> faults) {
        if (stretch.opens() == null || stretch.closes() == null) {
            faults.add(new FieldRefused(stretch.field(), "refusal.intake_hours_half"));
        } else if (!stretch.opens().isBefore(stretch.closes())) {
            faults.add(new FieldRefused(stretch.field(), "refusal.intake_hours_backwards"));
        } else if (hours.stream().anyMatch(other -> other != stretch && isWhole(other) && stretch.overlaps(other))) {
            faults.add(new FieldRefused(stretch.field(), "refusal.intake_hours_overlap"));
        }
    }

    private static boolean isWhole(OpenHours stretch) {
        return stretch.opens() != null && stretch.closes() != null;
    }
}
