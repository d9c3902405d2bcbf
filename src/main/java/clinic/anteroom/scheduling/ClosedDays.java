package clinic.anteroom.scheduling;

import clinic.anteroom.intake.ClosedDayAsked;
import clinic.anteroom.scheduling.finder.OntarioHolidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Tells the online form when nobody is in: on public holidays, and on days that the clinic wrote down as closed. */
@ApplicationScoped
class ClosedDays {

    @PersistenceContext
    EntityManager entities;

    @Inject
    WorkingHours hours;

    void on(@Observes ClosedDayAsked asked) {
        if (hours.keepsOntarioHolidays() && OntarioHolidays.of(asked.day().getYear()).stream().anyMatch(holiday -> holiday.covers(asked.day()))
                || isWrittenDown(asked.day())) {
            asked.answerClosed();
        }
    }

    private boolean isWrittenDown(LocalDate day) {
        return !entities.createNativeQuery("select 1 from closure where cast(?1 as date) between from_date and to_date")
                .setParameter(1, day.toString()).setMaxResults(1).getResultList().isEmpty();
    }
}
