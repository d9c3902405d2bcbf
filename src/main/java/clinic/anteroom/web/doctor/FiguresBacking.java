package clinic.anteroom.web.doctor;

import clinic.anteroom.scheduling.OwnFigures;
import clinic.anteroom.scheduling.OwnFiguresService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A doctor's own numbers from {@code ?from=} to {@code ?to=}; without them, of the four weeks that end today. */
@Named
@RequestScoped
public class FiguresBacking {

    private static final int DAYS = 27;

    @Inject
    private OwnFiguresService figures;

    @Inject
    private CasePage page;

    @Inject
    private ClinicTime time;

    private LocalDate from;
    private LocalDate to;
    private OwnFigures all;

    @PostConstruct
    void read() {
        to = day("to", time.today());
        from = day("from", to.minusDays(DAYS));
        all = from.isAfter(to) ? null : figures.between(from, to);
    }

    /** Null if the first day is after the last one. */
    public OwnFigures getAll() {
        return all;
    }

    /** The median in days, hours and minutes, the two largest of them. */
    public String getMedian() {
        Duration median = all.median();
        if (median.toDays() > 0) {
            return median.toDays() + " d " + median.toHoursPart() + " h";
        }
        return median.toHours() > 0 ? median.toHours() + " h " + median.toMinutesPart() + " min" : median.toMinutes() + " min";
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    private LocalDate day(String name, LocalDate otherwise) {
        try {
            return page.parameter(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
