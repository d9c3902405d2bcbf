package clinic.anteroom.web.shell;

import clinic.anteroom.shared.BusinessException;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the pages by their keys. */
public final class Texts {

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
        return of(faces.getViewRoot() == null ? Locale.ENGLISH : faces.getViewRoot().getLocale(), key, arguments);
    }

    /** The same where no page is drawn. */
    public static String of(Locale locale, String key, Object... arguments) {
        ResourceBundle texts = bundle(locale);
        String pattern = texts.containsKey(key) ? texts.getString(key) : texts.getString("refusal.unknown");
        return new MessageFormat(pattern, texts.getLocale()).format(arguments);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.anteroom.web.messages", locale, Texts.class.getClassLoader());
    }
}
