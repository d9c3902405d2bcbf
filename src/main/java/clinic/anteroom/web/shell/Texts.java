package clinic.anteroom.web.shell;

import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sentences;
import jakarta.faces.context.FacesContext;

/** The sentences of the pages by their keys. */
public final class Texts {

    private static final Sentences SENTENCES = new Sentences("clinic.anteroom.web.messages");

    private Texts() {
    }

    /** The sentence of a refusal, its arguments filled in; a plain sentence where the key has none. */
    static String of(FacesContext faces, BusinessException refusal) {
        return of(faces, refusal.key(), refusal.arguments());
    }

    /**
     * The sentence of a key in the reader's language.
     *
     * @param key       key in {@code clinic/anteroom/web/messages}
     * @param arguments what the placeholders stand for
     */
    public static String of(FacesContext faces, String key, Object... arguments) {
        Language language = language(faces);
        return SENTENCES.of(language, SENTENCES.has(language, key) ? key : "refusal.unknown", arguments);
    }

    /** The sentence of a key in English, for staff, where no page is drawn. */
    public static String plain(String key, Object... arguments) {
        return SENTENCES.of(Language.ENGLISH, SENTENCES.has(Language.ENGLISH, key) ? key : "refusal.unknown", arguments);
    }

    /** The language of the page that is shown. */
    static Language language(FacesContext faces) {
        return faces.getViewRoot() == null ? Language.ENGLISH
                : Language.of(faces.getViewRoot().getLocale().toLanguageTag()).orElse(Language.ENGLISH);
    }
}
