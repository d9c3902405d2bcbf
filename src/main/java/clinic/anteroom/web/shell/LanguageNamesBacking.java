package clinic.anteroom.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** Languages by their names. */
@Named("languages")
@RequestScoped
public class LanguageNamesBacking {

    @Inject
    private FacesContext faces;

    /** The name of a language in the reader's own; {@code fr} is French. */
    public String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(faces.getViewRoot().getLocale());
    }
}
