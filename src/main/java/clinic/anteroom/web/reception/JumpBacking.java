package clinic.anteroom.web.reception;

import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jumps by typed days, weeks or months: {@code 6w} is six weeks on, {@code -3d} three days back. */
@Named
@RequestScoped
public class JumpBacking {

    private static final Pattern TYPED = Pattern.compile("\\s*([+-]?)\\s*(\\d{1,2})\\s*([dwm])[a-z]*\\s*", Pattern.CASE_INSENSITIVE);

    @Inject
    private DeskAddressBacking address;

    @Inject
    private ClinicTime time;

    private String typed;

    /** Goes to the day that was typed, from the day that is shown; what cannot be read stays in the field. */
    public String go() {
        typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("jump");
        Optional<Period> by = typed == null || typed.isBlank() ? Optional.empty() : read(typed);
        by.ifPresent(period -> address.setDate((address.getDate() == null ? time.today() : address.getDate()).plus(period)));
        return by.isPresent() ? DeskVisitBacking.AGAIN : null;
    }

    /** How far; empty for what is no jump. */
    static Optional<Period> read(String typed) {
        Matcher jump = TYPED.matcher(typed);
        if (!jump.matches()) {
            return Optional.empty();
        }
        int many = Integer.parseInt(jump.group(2)) * (jump.group(1).equals("-") ? -1 : 1);
        return Optional.of(switch (Character.toLowerCase(jump.group(3).charAt(0))) {
            case 'd' -> Period.ofDays(many);
            case 'w' -> Period.ofWeeks(many);
            default -> Period.ofMonths(many);
        });
    }

    /** What was typed and is no jump; null for nothing. */
    public String getTyped() {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
