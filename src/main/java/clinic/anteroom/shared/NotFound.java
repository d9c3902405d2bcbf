package clinic.anteroom.shared;

/**
 * What was asked for does not exist, or is not the asker's; both answer alike, so that nobody learns which. A page that
 * was asked for it by its address answers 404.
 */
public abstract class NotFound extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** @param key message key for the case that a form, not an address, named it; never null */
    protected NotFound(String key) {
        super(key);
    }
}
