package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.AccessService;
import clinic.anteroom.scheduling.ThirdNext;
import clinic.anteroom.scheduling.desk.Figure;
import clinic.anteroom.scheduling.desk.OddBooking;
import clinic.anteroom.scheduling.desk.ReportService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the desk counts, read once a request. */
@Named
@RequestScoped
public class ReportsBacking {

    @Inject
    private ReportService reports;

    @Inject
    private AccessService access;

    private List<OddBooking> odd;
    private List<ThirdNext> third;
    private List<Figure> use;
    private List<Figure> missed;
    private List<Figure> waits;

    @PostConstruct
    void read() {
        odd = reports.odd();
        third = access.thirdNext();
        use = reports.use();
        missed = reports.missed();
        waits = reports.waits();
    }

    public List<OddBooking> getOdd() {
        return odd;
    }

    public List<ThirdNext> getThird() {
        return third;
    }

    public List<Figure> getUse() {
        return use;
    }

    public List<Figure> getMissed() {
        return missed;
    }

    public List<Figure> getWaits() {
        return waits;
    }
}
