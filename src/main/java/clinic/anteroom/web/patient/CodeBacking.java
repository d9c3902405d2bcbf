package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.SignInCodeService;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A code by mail opens "my visit". What the page says is the same for an address that nobody here knows. */
@Named
@RequestScoped
public class CodeBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private VisitCookie cookie;

    @Inject
    private SignInCodeService codes;

    private final TypedDate birthDate = TypedDate.of(null);
    private String email;
    private String code;
    private boolean asked;

    /** {@code ?again=1} asks for another code. */
    @PostConstruct
    void read() {
        asked = cookie.ticket().isPresent() && !faces.getExternalContext().getRequestParameterMap().containsKey("again");
    }

    /** Asks for a code. */
    public String ask() {
        List<FieldRefused> faults = new ArrayList<>();
        if (email == null || !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            faults.add(new FieldRefused("email", "refusal.email_not_possible"));
        }
        if (birthDate.read().isEmpty()) {
            faults.add(new FieldRefused("birthDate", "refusal.date_not_possible"));
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        cookie.keepTicket(codes.ask(email, birthDate.read().orElseThrow()));
        return "/patient/code" + MyDoorBacking.REDIRECT;
    }

    /** Uses the code up. */
    public String enter() {
        String digits = code == null ? "" : code.replaceAll("\\D", "");
        Optional<String> key = codes.enter(cookie.ticket().orElse(""), digits);
        if (key.isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("code", "refusal.code_wrong")));
        }
        cookie.keepKey(key.get());
        return "/patient/visits" + MyDoorBacking.REDIRECT;
    }

    /** Whether a code was asked for. */
    public boolean isAsked() {
        return asked;
    }

    public TypedDate getBirthDate() {
        return birthDate;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
