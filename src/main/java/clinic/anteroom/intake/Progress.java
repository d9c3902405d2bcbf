package clinic.anteroom.intake;

/**
 * How far a page is from the end.
 *
 * @param page which page it is, from 1
 * @param of   how many pages there are at most, as far as is known: answers take pages away
 */
public record Progress(int page, int of) {
}
