package clinic.anteroom.web.shell;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * Writes the page's nonce into each form. PrimeFaces refuses a form that comes without it and adds it by script, but a
 * page without a PrimeFaces component has no such script, and a patient's form must also work when scripts do not.
 */
public class NonceInForms extends ViewHandlerWrapper {

    private static final String NONCE = "primefaces.nonce";

    /** Called by Faces with the handler it had before. */
    public NonceInForms(ViewHandler wrapped) {
        super(wrapped);
    }

    /** Called once for each form, at its end. */
    @Override
    public void writeState(FacesContext faces) throws IOException {
        super.writeState(faces);
        Object nonce = faces.getViewRoot().getViewMap().get(NONCE);
        if (nonce != null) {
            ResponseWriter writer = faces.getResponseWriter();
            writer.startElement("input", null);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", NONCE, null);
            writer.writeAttribute("value", nonce, null);
            writer.endElement("input");
        }
    }
}
