package clinic.anteroom.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/**
 * Which row's button was pressed. The button says it by its value and not by its place: what somebody else has added or taken away meanwhile
 * must not move the press to a neighbour. A page writes {@code <button type="submit" name="form:id" value="#{row.id}">} into the row, and before
 * the rows a hidden command button with that id. A form with fields in its rows begins with a button that is disabled: Enter in a field would press the
 * first one, which belongs to no row.
 */
@Named("pressed")
@RequestScoped
public class PressedBacking {

    @Inject
    private FacesContext faces;

    /** What the button of the row says, where a row has an id of another kind; empty when the browser sent none. */
    public String text(String button) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(button, "");
    }

    /** What was typed into the field of a row ({@code a:rowWords}); null for nothing. The field says its row by its name. */
    public String words(UUID row) {
        String typed = text("words-" + row).strip();
        return typed.isEmpty() ? null : typed;
    }

    /**
     * The id of the row.
     *
     * @param button client id of the hidden command button; or the name of what the address says an id of
     * @throws NotThere when the browser sent none
     */
    public UUID row(String button) {
        try {
            return UUID.fromString(text(button));
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }
}
