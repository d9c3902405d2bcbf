package clinic.anteroom.web.patient;

import clinic.anteroom.intake.ConsentWording;
import clinic.anteroom.intake.Contact;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who sends the form in; then it is sent. */
@Named
@RequestScoped
public class ContactBacking {

    @Inject
    private PatientDraft patient;

    @Inject
    private IntakeService intake;

    @Inject
    private Reader reader;

    private final TypedDate birthDate = TypedDate.of(null);
    private String givenName;
    private String familyName;
    private String phone;
    private String email;
    private boolean agreed;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        String elsewhere = patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
        return elsewhere != null ? elsewhere : patient.find().flatMap(draft -> draft.mustBeAnswered()
                .map(page -> PatientDraft.question(draft, page) + "&then=check")).orElse(null);
    }

    /** Sends the form in. Pressed twice, it is sent once. */
    public String send() {
        if (!birthDate.isBlank() && birthDate.read().isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("birthDate", "refusal.date_not_possible")));
        }
        intake.complete(patient.key(), new Contact(givenName, familyName, birthDate.read().orElse(null), phone, email),
                agreed ? getConsent().version() : null);
        return "/patient/sent" + PatientDraft.REDIRECT;
    }

    /** What has to be agreed to. */
    public ConsentWording getConsent() {
        return ConsentWording.newest(reader.language());
    }

    public TypedDate getBirthDate() {
        return birthDate;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
