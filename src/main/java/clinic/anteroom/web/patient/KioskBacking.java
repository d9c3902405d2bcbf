package clinic.anteroom.web.patient;

import clinic.anteroom.scheduling.ArrivalService;
import clinic.anteroom.scheduling.CalledIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The two screens of the hall: one to type a reference, one that asks people in without naming them. */
@Named
@RequestScoped
public class KioskBacking {

    @Inject
    private ArrivalService arrivals;

    private String code;
    private String result;

    /** Types the code in; whatever is not plain leads to the desk. */
    public String arrive() {
        result = arrivals.arrive(code) ? "here" : "desk";
        return "/patient/kiosk?faces-redirect=true&includeViewParams=true";
    }

    public List<CalledIn> getCalled() {
        return arrivals.calledIn();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** {@code here} or {@code desk}; null before a code was typed. */
    public String getResult() {
        return "here".equals(result) || "desk".equals(result) ? result : null;
    }

    public void setResult(String result) {
        this.result = result;
    }
}
