package clinic.anteroom.shared;

import jakarta.ejb.ApplicationException;

/**
 * A refusal in the clinic's own words: the slot is taken, the flag was decided already. The transaction is rolled back.
 * It carries a message key and its arguments, never a finished sentence; the face that meets it words it.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessException extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key       message key, for example {@code refusal.slot_taken}; never null
     * @param arguments what the message names, in the order of its placeholders
     */
    protected BusinessException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** The message key; never null. */
    public String key() {
        return key;
    }

    /** What the message names; never null, perhaps empty. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
