package clinic.anteroom.myvisit;

import java.time.Instant;

/**
 * What a patient said about a visit without the phone, for who prepares it.
 *
 * @param wish      what was asked for before choosing a time; nothing if the desk booked
 * @param steps     how many steps of the preparation are ticked; 0 or more
 * @param stillTrue whether the safety answers of the form were said to be true still; null if nobody looked yet
 * @param change    what has changed of them; null for nothing
 * @param at        when that was said; null if nobody looked yet
 */
public record PatientSaid(BookingWish wish, int steps, Boolean stillTrue, String change, Instant at) {
}
