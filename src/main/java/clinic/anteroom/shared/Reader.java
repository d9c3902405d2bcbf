package clinic.anteroom.shared;

import jakarta.enterprise.context.RequestScoped;

/**
 * The language of who reads the answer to this request. Pages of patients say so at their beginning; where nobody says
 * anything (staff pages, other programs, timers) it is English.
 */
@RequestScoped
public class Reader {

    private Language language = Language.ENGLISH;

    /** Never null. */
    public Language language() {
        return language;
    }

    /** From now on this request is answered in this language. */
    public void reads(Language chosen) {
        language = chosen;
    }
}
