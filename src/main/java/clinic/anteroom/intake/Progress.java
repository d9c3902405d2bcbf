package clinic.anteroom.intake;

/**
 * How far a page is from the end.
 *
 * @param page which page it is, from 1
 * @param of   how many pages there are as far as is known; answers can add pages and take some away
 */
public record Progress(int page, int of) {
}
