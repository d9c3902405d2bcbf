package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A doctor's own numbers: own rows of the span only, and nothing decided is told from zero. */
class OwnFiguresTest {

    private static final LocalDate TODAY = LocalDate.now(SomeLab.TORONTO);

    private final SomeLab lab = new SomeLab();
    private final String me = "dr." + lab.mark;

    @Test
    void ownDecisionsOfTheSpanAreCountedAndNobodyElses() {
        decided(lab.order(lab.patient, "EMG", null), me, 30);
        decided(lab.order(lab.patient, "EMG", null), me, 90);
        decided(lab.order(lab.patient, "EMG", null), me, 60);
        decided(lab.order(lab.patient, "EMG", null), me, 60 * 24 * 40);
        decided(lab.order(lab.patient, "EMG", null), "colleague." + lab.mark, 1);

        OwnFigures figures = figures(TODAY, TODAY.plusDays(1));

        assertThat(figures.cases()).isEqualTo(3);
        assertThat(figures.median()).isEqualTo(Duration.ofMinutes(60));
        assertThat(figures.confirmed()).isEqualTo(3);
        assertThat(figures.rejected()).isZero();
        assertThat(figures.read()).isZero();
        assertThat(figures.bookable()).isTrue();
    }

    @Test
    void nothingDecidedHasNoMedian() {
        OwnFigures figures = figures(TODAY, TODAY.plusDays(1));

        assertThat(figures.cases()).isZero();
        assertThat(figures.median()).isNull();
        assertThat(figures.visits()).isZero();
    }

    /** So many minutes after its form was sent in, which is now and stays as it is. */
    private static void decided(UUID order, String by, int minutes) {
        SomeLab.sql("update test_flag f set decided_by = ?, decided_at = r.completed_at + make_interval(mins => ?) from questionnaire_response r "
                + "where r.id = f.response_id and f.id = (select test_flag_id from service_request where id = ?)", by, minutes, order);
    }

    private OwnFigures figures(LocalDate from, LocalDate to) {
        Principal caller = () -> me;
        try (EntityManager entities = TestDatabase.entities().createEntityManager()) {
            OwnFiguresService service = new OwnFiguresService();
            service.entities = entities;
            service.time = new ClinicTime(java.time.Clock.systemUTC(), SomeLab.TORONTO);
            service.session = (SessionContext) Proxy.newProxyInstance(OwnFiguresTest.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                    (proxy, method, arguments) -> method.getName().equals("getCallerPrincipal") ? caller : null);
            service.staff = new StaffService() {
                @Override
                public Optional<UUID> practitioner(String username) {
                    return Optional.of(lab.physician);
                }
            };
            return service.between(from, to);
        }
    }
}
