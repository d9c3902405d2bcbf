package clinic.anteroom.shared;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The texts of one {@code .properties} file in every language we speak. The language of the
 * server does not matter: who reads English never gets French because the machine speaks it.
 */
public final class Sentences {

    private final String name;

    /** @param name of the file without ending, for example {@code clinic.anteroom.notify.letters} */
    public Sentences(String name) {
        this.name = name;
    }

    /** Whether there is such a text. */
    public boolean has(Language language, String key) {
        return bundle(language).containsKey(key);
    }

    /**
     * A text with its placeholders filled.
     *
     * @param arguments what {0}, {1} stand for
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String of(Language language, String key, Object... arguments) {
        return new MessageFormat(bundle(language).getString(key), language.locale()).format(arguments);
    }

    private ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(name, language.locale(), Sentences.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
