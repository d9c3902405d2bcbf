package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTest {

    private static final Instant NINE = at("2026-12-01T09:00");

    private final SomeLab lab = new SomeLab();
    private final UUID visit = new SomeDesk().service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, NINE, lab.everybody(), UUID.randomUUID().toString()))
            .appointmentId();
    private final String reference = SomeLab.text("select visit_reference(?)", visit);

    @ParameterizedTest
    @CsvSource({"08:00, true", "06:59, false", "09:15, true", "09:16, false"})
    void theReferenceWorksFromTwoHoursBeforeToAQuarterAfter(String now, boolean here) {
        assertThat(arrive(reference.toLowerCase() + " ", "2026-12-01T" + now)).isEqualTo(here);
        assertThat(status()).isEqualTo(here ? "ARRIVED" : "BOOKED");
    }

    @Test
    void aReferenceWorksOnceAndAStrangeOneNever() {
        assertThat(arrive("23456789", "2026-12-01T09:00")).isFalse();
        assertThat(arrive(reference, "2026-12-01T09:00")).isTrue();
        assertThat(arrive(reference, "2026-12-01T09:01")).isFalse();
    }

    @Test
    void openQuestionsBeforeATestLeadToTheDesk() {
        SomeLab.sql("update visit_type set screening = 'MRI_SAFETY' where code = ?", lab.visitType);
        assertThat(arrive(reference, "2026-12-01T09:00")).isFalse();
    }

    @Test
    void atNightOnlyYesterdaysBookedVisitsAreMissed() {
        night("2026-12-01T02:00");
        assertThat(status()).isEqualTo("BOOKED");
        night("2026-12-02T02:00");
        assertThat(status()).isEqualTo("NOSHOW");
    }

    private boolean arrive(String typed, String now) {
        SomeDesk hall = new SomeDesk("hall", at(now));
        return hall.steps((steps, arrivals) -> {
            ArrivalService made = new ArrivalService();
            made.steps = steps;
            made.arrivals = arrivals;
            made.time = hall.time();
            return made.arrive(typed);
        });
    }

    private void night(String now) {
        SomeDesk hall = new SomeDesk("night", at(now));
        hall.steps((steps, arrivals) -> {
            NightClock clock = new NightClock();
            clock.steps = steps;
            clock.arrivals = arrivals;
            clock.time = hall.time();
            clock.missYesterday();
            return null;
        });
    }

    private String status() {
        return SomeLab.text("select status from appointment where id = ?", visit);
    }
}
