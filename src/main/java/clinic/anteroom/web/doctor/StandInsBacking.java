package clinic.anteroom.web.doctor;

import clinic.anteroom.access.SignedIn;
import clinic.anteroom.care.StandInService;
import clinic.anteroom.care.StandingIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;

/** Who stands in for the doctor who reads the page, and for whom that doctor stands in now. */
@Named
@RequestScoped
public class StandInsBacking {

    @Inject
    private StandInService standIns;

    @Inject
    private NamesBacking names;

    @Inject
    private SecurityContext security;

    private String[] chosen;
    private String first;

    @PostConstruct
    void read() {
        List<String> mine = standIns.mine();
        chosen = OrderChoices.array(mine);
        first = mine.isEmpty() ? null : mine.get(0);
    }

    /** Saves. */
    public String choose() {
        standIns.choose(OrderChoices.list(chosen), first);
        return "/doctor/away?faces-redirect=true&saved=3";
    }

    /** Every other doctor. */
    public List<SignedIn> getOthers() {
        return names.getDoctors().stream().filter(doctor -> !doctor.username().equals(security.getCallerPrincipal().getName())).toList();
    }

    /** For whom the doctor stands in at this moment. */
    public List<StandingIn> getNow() {
        return standIns.now();
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen == null ? new String[0] : chosen.clone();
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }
}
