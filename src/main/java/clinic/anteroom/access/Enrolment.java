package clinic.anteroom.access;

/**
 * A device that is about to be set up.
 *
 * @param secret to be typed where nothing can be scanned: base32 in groups of four; never null
 * @param square the square to be scanned, as a path of an SVG; never null
 * @param size   units of the SVG's side
 */
public record Enrolment(String secret, String square, int size) {
}
