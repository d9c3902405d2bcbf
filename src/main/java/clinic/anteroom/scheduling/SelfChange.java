package clinic.anteroom.scheduling;

import java.time.Instant;

/**
 * What a patient may do with a booked visit now, without the phone.
 *
 * @param mayChange   whether it may be moved or called off
 * @param until       until when; never null
 * @param mayCheckIn  whether this is the time to check in by phone
 * @param checkInFrom from when; null if this kind of visit checks in at the desk
 * @param waiting     whether it waits for an earlier time
 * @param coming      whether the patient has said that they come
 * @param asked       whether this is the time to say so: from a week before on
 */
public record SelfChange(boolean mayChange, Instant until, boolean mayCheckIn, Instant checkInFrom, boolean waiting, boolean coming, boolean asked) {
}
