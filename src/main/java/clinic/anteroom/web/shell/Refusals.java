package clinic.anteroom.web.shell;

import clinic.anteroom.shared.BusinessException;
import jakarta.faces.context.FacesContext;
import java.util.Optional;

/** The refusal this request met; its sentence is on the page already, what else it carries is asked for here. */
public final class Refusals {

    private Refusals() {
    }

    /** The refusal, if there was one of this type. */
    public static <T extends BusinessException> Optional<T> find(FacesContext faces, Class<T> type) {
        return Optional.ofNullable(faces.getExternalContext().getRequestMap().get(RefusalHandler.REFUSAL))
                .filter(type::isInstance).map(type::cast);
    }
}
