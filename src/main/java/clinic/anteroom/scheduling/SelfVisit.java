package clinic.anteroom.scheduling;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * A visit that a patient could book without the phone, or why not.
 *
 * @param visitType code of the kind of visit; never null
 * @param name      its name; never null
 * @param length    how long the patient is here; never null
 * @param orders    the orders it would answer; empty for a visit nobody ordered
 * @param blocked   what stands against booking it alone; null for nothing
 */
public record SelfVisit(String visitType, String name, Duration length, Set<UUID> orders, Blocked blocked) {

    /** Why a visit is booked by phone. */
    public enum Blocked {
        /** The clinic books this kind of visit itself. */
        BY_PHONE,
        /** A device in the body: the scan team checks it first. */
        IMPLANT,
        /** Contrast, and no kidney value yet: the desk puts blood before it. */
        BLOOD_FIRST,
        /** A safety question is open: the clinic asks first. */
        HOLD,
        /** The patient is younger than the clinic sees without a word before. */
        TOO_YOUNG,
        /** Only for who was here before. */
        ONLY_RETURNING,
        /** Only for who was never here. */
        ONLY_NEW
    }

    public SelfVisit {
        orders = Set.copyOf(orders);
    }

    /** Whether nothing stands against it. */
    public boolean isOpen() {
        return blocked == null;
    }
}
