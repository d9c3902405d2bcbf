package clinic.anteroom.web.shell;

/**
 * One thing the reader must correct.
 *
 * @param target   id of the input to go to; empty when no input is to blame
 * @param sentence what is wrong and what to do
 */
public record Problem(String target, String sentence) {
}
