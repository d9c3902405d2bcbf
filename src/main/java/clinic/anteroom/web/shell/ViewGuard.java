package clinic.anteroom.web.shell;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Looks once more at the view that is about to be shown. The guards on addresses see only the address that was asked
 * for; a view reached by a forward would walk past them.
 */
public class ViewGuard implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        UIViewRoot view = faces.getViewRoot();
        if (view != null && !mayBeShown(view.getViewId(), faces.getExternalContext())) {
            answerAsMissing(faces);
        }
    }

    private static boolean mayBeShown(String viewId, ExternalContext request) {
        return Face.isOpenPage(viewId) || Face.isStaffPage(viewId) && request.getUserPrincipal() != null || Face.of(viewId)
                .map(face -> face.role() == null || request.isUserInRole(face.role()))
                .orElse(false);
    }

    private static void answerAsMissing(FacesContext faces) {
        try {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
