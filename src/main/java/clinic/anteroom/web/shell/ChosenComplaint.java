package clinic.anteroom.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What a form is about whose first page is not saved yet. It stands in a cookie that ends with the browser and in no address: addresses are kept by
 * browsers, proxies and logs.
 */
@RequestScoped
public class ChosenComplaint {

    private static final String NAME = "__Host-about";

    @Inject
    private FacesContext faces;

    /** Chosen on the page before. */
    public void keep(String questionnaire) {
        ((HttpServletResponse) faces.getExternalContext().getResponse()).addCookie(OurCookie.of(NAME, questionnaire, OurCookie.SESSION));
    }

    /**
     * What was chosen: said by the page itself, because a second window may have chosen something else since, or by the cookie. Whether there is such
     * a form is for the reader to find out.
     */
    public Optional<String> name() {
        return Optional.ofNullable(faces.getExternalContext().getRequestParameterMap().get("about"))
                .or(() -> Optional.ofNullable((Cookie) faces.getExternalContext().getRequestCookieMap().get(NAME)).map(Cookie::getValue));
    }

    /** Whether it was chosen by this request, which shows no page yet. */
    public boolean isJustChosen() {
        return !faces.isPostback() && faces.getExternalContext().getRequestParameterMap().containsKey("about");
    }
}
