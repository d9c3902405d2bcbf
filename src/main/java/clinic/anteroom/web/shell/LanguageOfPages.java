package clinic.anteroom.web.shell;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Reader;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Gives each page the language of its reader. A page sent by a form is told anew: in another window another language may
 * have been chosen since, and services, texts and page have to agree. Staff pages are English.
 */
public class LanguageOfPages extends ViewHandlerWrapper {

    /** Called by Faces with the handler it had before. */
    public LanguageOfPages(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        Language language = isForStaff(request) ? Language.ENGLISH : LanguageCookie.language(request);
        CDI.current().select(Reader.class).get().reads(language);
        return language.locale();
    }

    @Override
    public UIViewRoot restoreView(FacesContext faces, String viewId) {
        UIViewRoot view = super.restoreView(faces, viewId);
        if (view != null) {
            view.setLocale(calculateLocale(faces));
        }
        return view;
    }

    /** The few pages outside the faces belong to who is there. */
    private static boolean isForStaff(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/patient/") && (request.getUserPrincipal() != null || !path.endsWith("/error.xhtml") && !path.endsWith("/not-found.xhtml"));
    }
}
