package clinic.anteroom.scheduling;

/**
 * Somebody is asked in.
 *
 * @param code  the last four characters of the reference; never null
 * @param place the room, or null where none is known
 */
public record CalledIn(String code, String place) {
}
