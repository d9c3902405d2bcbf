package clinic.anteroom.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What the error summary lists: every error of this request with the input it belongs to, in the order of the page. */
@Named
@RequestScoped
public class ProblemsBacking {

    private static final Set<String> LISTS_OF_INPUTS = Set.of("jakarta.faces.Radio", "jakarta.faces.Checkbox");

    @Inject
    private FacesContext faces;

    /** Whether anything must be corrected; the page's title then starts with "Error:". */
    public boolean isAny() {
        return !getList().isEmpty();
    }

    /** The errors; empty when there is none. */
    public List<Problem> getList() {
        List<Problem> problems = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext();) {
            String clientId = ids.next();
            faces.getMessageList(clientId).stream()
                    .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0)
                    .map(message -> new Problem(target(clientId), sentence(message)))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static String sentence(FacesMessage message) {
        return message.getDetail() == null ? message.getSummary() : message.getDetail();
    }

    /** Radio buttons and checkboxes are many inputs under one id; the link goes to the first of them. */
    private String target(String clientId) {
        if (clientId == null) {
            return "";
        }
        boolean[] list = new boolean[1];
        faces.getViewRoot().invokeOnComponent(faces, clientId, (context, found) -> list[0] = isListOfInputs(found));
        return list[0] ? clientId + ":0" : clientId;
    }

    private static boolean isListOfInputs(UIComponent component) {
        return (component instanceof UISelectOne || component instanceof UISelectMany)
                && LISTS_OF_INPUTS.contains(component.getRendererType());
    }
}
