package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.desk.NewPatient;
import clinic.anteroom.web.shell.TypedPerson;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** Somebody the clinic does not know yet, registered beside the board without a second record of somebody it knows. */
@Named
@ViewScoped
public class NewcomerBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeskPatientService patients;

    @Inject
    private DeskAddressBacking address;

    private transient List<FoundPatient> alike;
    private transient NewPatient comparedWithThem;
    private final TypedPerson typed = new TypedPerson();
    private String card;

    /** Registers the newcomer, unless one looks like somebody known and these very words were not sent a second time. */
    public String register() {
        NewPatient newcomer = new NewPatient(typed.getGiven().strip(), typed.getFamily().strip(), typed.getBorn(), typed.getPhone().strip(), typed.strippedEmail(),
                card == null ? null : card.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
        alike = newcomer.equals(comparedWithThem) ? List.of() : patients.alike(newcomer);
        if (!alike.isEmpty()) {
            comparedWithThem = newcomer;
            return null;
        }
        address.setPatient(patients.register(newcomer));
        address.setSearch(null);
        return DeskVisitBacking.AGAIN;
    }

    /** Those who could be the same person as the newcomer. */
    public List<FoundPatient> getAlike() {
        return alike == null ? List.of() : alike;
    }

    /** What was typed about the newcomer. */
    public TypedPerson getTyped() {
        return typed;
    }

    public String getCard() {
        return card;
    }

    public void setCard(String card) {
        this.card = card;
    }
}
