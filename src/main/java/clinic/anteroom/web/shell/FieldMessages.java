package clinic.anteroom.web.shell;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts each sentence of a refusal beside the input it is about. An input names its field by
 * {@code <f:attribute name="field" value="..."/>}. Where a page has the field several times, as a list of cards has, the input nearest to the button
 * that was pressed gets the sentence: the one whose id begins most like the button's.
 */
final class FieldMessages {

    private final FacesContext faces;
    private final Map<String, List<String>> clientIds = new HashMap<>();
    private String pressed = "";

    FieldMessages(FacesContext faces) {
        this.faces = faces;
        VisitContext shown = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(shown, (context, component) -> note(component));
    }

    /** A field without an input on this page is told on top of the page. */
    void show(FieldsRefused refusal) {
        for (FieldRefused refused : refusal.fields()) {
            faces.addMessage(nearest(refused.field()), new FacesMessage(FacesMessage.SEVERITY_ERROR,
                    Texts.of(faces, refused.key(), refused.arguments().toArray()), null));
        }
    }

    private VisitResult note(UIComponent component) {
        Object field = component instanceof EditableValueHolder ? component.getAttributes().get("field") : null;
        if (field != null) {
            clientIds.computeIfAbsent(field.toString(), name -> new ArrayList<>()).add(component.getClientId(faces));
        }
        if (component instanceof UICommand && faces.getExternalContext().getRequestParameterMap().containsKey(component.getClientId(faces))) {
            pressed = component.getClientId(faces);
        }
        return VisitResult.ACCEPT;
    }

    /** The id of the input for a field; null if the page has none. Of equally near ones the first. */
    private String nearest(String field) {
        return clientIds.getOrDefault(field, List.of()).stream().reduce((one, other) -> shared(other) > shared(one) ? other : one).orElse(null);
    }

    private int shared(String id) {
        int length = 0;
        while (length < Math.min(id.length(), pressed.length()) && id.charAt(length) == pressed.charAt(length)) {
            length++;
        }
        return length;
    }
}
