package clinic.anteroom.web.shell;

import clinic.anteroom.shared.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/** The languages a page can be read in instead, each with the address of the same page in it. */
@Named
@RequestScoped
public class LanguagesBacking {

    @Inject
    private FacesContext faces;

    /**
     * A language to choose.
     *
     * @param code    its two letters, for {@code lang}; never null
     * @param name    what it calls itself; never null
     * @param address the same page in it; never null
     */
    public record Choice(String code, String name, String address) {
    }

    /** All but the one of this page. */
    public List<Choice> getOthers() {
        Language here = Texts.language(faces);
        return Stream.of(Language.values()).filter(language -> language != here)
                .map(language -> new Choice(language.code(), language.ownName(), address(language))).toList();
    }

    private String address(Language language) {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        String query = LanguageCookie.withoutChoice(request);
        // The mark tells the page to bring back what was typed and not yet saved.
        return request.getContextPath() + faces.getViewRoot().getViewId() + "?" + query + (query.isEmpty() ? "" : "&")
                + LanguageCookie.CHOICE + "=" + language.code() + "#kept";
    }
}
