package clinic.anteroom.web.shell;

import clinic.anteroom.privacy.GlassService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** What is locked for whoever is signed in, and how to look behind it. */
@Named
@RequestScoped
public class LockedBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private GlassService glass;

    private Integer records;
    private String given;
    private String family;
    private LocalDate born;
    private String reason;

    /** In how many records. */
    public int getRecords() {
        if (records == null) {
            records = glass.lockedForMe();
        }
        return records;
    }

    /** Looks behind the locks of one record for an hour. */
    public String smash() {
        glass.smash(given, family, born, reason);
        return faces.getViewRoot().getViewId().replace(".xhtml", "") + "?faces-redirect=true&open=1";
    }

    public String getGiven() {
        return given;
    }

    public void setGiven(String given) {
        this.given = given;
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public LocalDate getBorn() {
        return born;
    }

    public void setBorn(LocalDate born) {
        this.born = born;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
