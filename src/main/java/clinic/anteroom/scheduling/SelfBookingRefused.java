package clinic.anteroom.scheduling;

import clinic.anteroom.shared.BusinessException;

/** A patient cannot do this without the phone; nothing has changed. */
public class SelfBookingRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private SelfBookingRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    static SelfBookingRefused because(SelfVisit.Blocked why) {
        return new SelfBookingRefused("refusal.self_" + why.name().toLowerCase(java.util.Locale.ROOT));
    }

    static SelfBookingRefused tooMany(int most) {
        return new SelfBookingRefused("refusal.self_too_many", most);
    }

    static SelfBookingRefused tooLateToChange(long hours) {
        return new SelfBookingRefused("refusal.self_too_late_to_change", hours);
    }

    static SelfBookingRefused notChangedOnline() {
        return new SelfBookingRefused("refusal.self_not_changed_online");
    }

    static SelfBookingRefused checkInAtTheDesk() {
        return new SelfBookingRefused("refusal.self_check_in_at_desk");
    }

    static SelfBookingRefused notTheTimeToCheckIn() {
        return new SelfBookingRefused("refusal.self_not_the_time");
    }
}
