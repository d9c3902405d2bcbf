package clinic.anteroom.web.shell;

import clinic.anteroom.intake.CallService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The alarm on top of every staff page: emergency stops that nobody has taken care of. */
@Named
@RequestScoped
public class CallsBacking {

    @Inject
    private CallService calls;

    private Integer emergencies;

    /** How many wait. */
    public int getEmergencies() {
        if (emergencies == null) {
            emergencies = calls.emergenciesWaiting();
        }
        return emergencies;
    }
}
