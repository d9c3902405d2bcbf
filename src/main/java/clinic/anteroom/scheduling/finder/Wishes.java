package clinic.anteroom.scheduling.finder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/**
 * What the patient asks for. Every wish narrows the search; none makes it longer.
 *
 * @param weekdays   days of the week; empty for any
 * @param half       morning or afternoon, or null for either
 * @param onlyOn     dates, for example that of another visit; empty for any
 * @param site       the building, or null for any
 * @param language   code of ISO 639 that every person of the visit speaks, or null for any
 * @param sex        FEMALE or MALE: of every person of the visit; or null for any
 * @param accessible whether the room has to take a wheelchair
 * @param sameDay    whether it has to be on a day on which the patient has another visit
 */
public record Wishes(Set<DayOfWeek> weekdays, HalfDay half, Set<LocalDate> onlyOn, UUID site, String language, String sex,
                     boolean accessible, boolean sameDay) {

    /** Nothing is asked for. */
    public static final Wishes NONE = new Wishes(Set.of(), null, Set.of(), null, null, null, false);

    /** Half of a day on the clinic's wall; a visit belongs to the half in which it begins. */
    public enum HalfDay { MORNING, AFTERNOON }

    private static final LocalTime NOON = LocalTime.NOON;

    public Wishes {
        weekdays = Set.copyOf(weekdays);
        onlyOn = Set.copyOf(onlyOn);
    }

    /** Any day, whether the patient comes then or not. */
    public Wishes(Set<DayOfWeek> weekdays, HalfDay half, Set<LocalDate> onlyOn, UUID site, String language, String sex, boolean accessible) {
        this(weekdays, half, onlyOn, site, language, sex, accessible, false);
    }

    /** The same on days on which the patient has another visit. */
    public Wishes onTheSameDay() {
        return new Wishes(weekdays, half, onlyOn, site, language, sex, accessible, true);
    }

    /** The same on these dates only. */
    public Wishes on(Set<LocalDate> dates) {
        return new Wishes(weekdays, half, dates, site, language, sex, accessible, sameDay);
    }

    /** The same in a room that takes a wheelchair. */
    public Wishes inAnAccessibleRoom() {
        return new Wishes(weekdays, half, onlyOn, site, language, sex, true, sameDay);
    }

    /**
     * Whether a visit may be on this date.
     *
     * @param daysHere days on which the patient has another visit
     */
    boolean allows(LocalDate date, Set<LocalDate> daysHere) {
        return (!sameDay || daysHere.contains(date)) && (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek())) && (onlyOn.isEmpty() || onlyOn.contains(date));
    }

    /** Whether a visit may begin at this wall time. */
    boolean allows(LocalTime time) {
        return half == null || (half == HalfDay.MORNING) == time.isBefore(NOON);
    }

    /** Whether somebody or something is as the patient asks. */
    public boolean allows(Resource resource) {
        Traits traits = resource.traits();
        return switch (resource.kind()) {
            case PRACTITIONER -> (language == null || traits.languages().contains(language)) && (sex == null || sex.equals(traits.sex()));
            case LOCATION -> allowsSite(traits) && (!accessible || traits.accessible());
            case DEVICE -> allowsSite(traits);
            case PATIENT -> true;
        };
    }

    private boolean allowsSite(Traits traits) {
        return site == null || site.equals(traits.site());
    }
}
