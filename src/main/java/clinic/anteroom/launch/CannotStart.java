package clinic.anteroom.launch;

/** Why the product does not start, in one sentence that says what to do. The launcher prints it and exits with 1. */
class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
