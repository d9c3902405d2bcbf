package clinic.anteroom.web.doctor;

import clinic.anteroom.web.shell.NotThere;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What the address of a case says: {@code ?case=} which, {@code &seen=} the version its reader decided on. */
@RequestScoped
public class CasePage {

    @Inject
    private FacesContext faces;

    /** The form; a page without one does not exist. */
    UUID caseId() {
        return id("case").orElseThrow(NotThere::new);
    }

    /** The version that was on the screen when a button was pressed; -1 where none came along, which fits no case. */
    int seen() {
        return parameter("seen").filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf).orElse(-1);
    }

    Optional<UUID> id(String name) {
        return parameter(name).filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")).map(UUID::fromString);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(faces.getExternalContext().getRequestParameterMap().get(name));
    }

    /** Back to the case, at its own address. */
    String again(String more) {
        return "/doctor/review?faces-redirect=true&case=" + caseId() + more;
    }
}
