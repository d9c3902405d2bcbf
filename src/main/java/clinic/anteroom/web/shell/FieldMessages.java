package clinic.anteroom.web.shell;

import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts each sentence of a refusal beside the input it is about. An input names its field by
 * {@code <f:attribute name="field" value="..."/>}; the first input of a field gets the sentence.
 */
final class FieldMessages {

    private final FacesContext faces;
    private final Map<String, String> clientIds = new HashMap<>();

    FieldMessages(FacesContext faces) {
        this.faces = faces;
        VisitContext shown = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(shown, (context, component) -> note(component));
    }

    /** A field without an input on this page is told on top of the page. */
    void show(FieldsRefused refusal) {
        for (FieldRefused refused : refusal.fields()) {
            faces.addMessage(clientIds.get(refused.field()), new FacesMessage(FacesMessage.SEVERITY_ERROR,
                    Texts.of(faces, refused.key(), refused.arguments().toArray()), null));
        }
    }

    private VisitResult note(UIComponent component) {
        Object field = component instanceof EditableValueHolder ? component.getAttributes().get("field") : null;
        if (field != null) {
            clientIds.putIfAbsent(field.toString(), component.getClientId(faces));
        }
        return VisitResult.ACCEPT;
    }
}
