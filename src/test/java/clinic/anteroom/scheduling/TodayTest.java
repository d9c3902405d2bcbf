package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ByHand;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor's day: what is ready before each visit, where it stands and since when. */
class TodayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final Instant NINE = SomeLab.at("2026-12-03T09:00");

    private final SomeLab lab = new SomeLab();
    private final ByHand house = new ByHand(new ClinicTime(Clock.fixed(NINE, ZoneOffset.UTC), SomeLab.TORONTO)).signedIn("dr.osei", Roles.DOCTOR);
    private UUID order;
    private UUID visit;

    @BeforeEach
    void book() {
        order = lab.order(lab.patient, "EMG", null);
        visit = new SomeDesk().service.book(new BookVisit(lab.patient, Set.of(order), lab.visitType, NINE, lab.everybody(), NewId.next().toString())).appointmentId();
    }

    @Test
    void aVisitWithoutAFormSaysSoAndOneWithAFormLeadsToIt() {
        assertThat(today().responseId()).hasToString(SomeLab.text("select response_id from service_request where id = ?", order));
        SomeLab.sql("delete from appointment_request where appointment_id = ?", visit);
        assertThat(today().responseId()).isNull();
    }

    @Test
    void whatHasToBeSettledBeforeMakesItUnprepared() {
        assertThat(today().prepared()).isTrue();
        SomeLab.sql("update service_request set holds = 'Implant: Pacemaker' where id = ?", order);
        assertThat(today().prepared()).isFalse();
        SomeLab.sql("update service_request set hold_settled_by = 'dr.osei', hold_settled_at = now() where id = ?", order);
        SomeLab.sql("insert into visit_type_test values (?, 'MRI')", lab.visitType);
        assertThat(today().prepared()).as("nobody has asked the questions before a scan").isFalse();
        SomeLab.sql("update appointment set screened_at = now(), screened_by = 'desk' where id = ?", visit);
        assertThat(today().prepared()).isTrue();
    }

    @Test
    void resultsOfTheOtherOrdersOfTheSameFormAreCounted() {
        UUID blood = UUID.randomUUID();
        SomeLab.sql("insert into test_flag (id, response_id, evaluation_id, test, strength, urgency, rules, status, decided_by, decided_at) "
                + "select ?, response_id, evaluation_id, 'BLOOD', strength, urgency, rules, 'CONFIRMED', 'dr.osei', now() from test_flag "
                + "where id = (select test_flag_id from service_request where id = ?)", blood, order);
        UUID second = UUID.randomUUID();
        SomeLab.sql("insert into service_request (id, patient_id, response_id, test_flag_id, code, status, priority, indication, requester, authored_on) "
                + "select ?, patient_id, response_id, ?, 'BLOOD', 'ACTIVE', priority, indication, requester, authored_on from service_request where id = ?", second, blood, order);
        assertThat(today()).satisfies(one -> {
            assertThat(one.awaited()).isEqualTo(1);
            assertThat(one.results()).isZero();
        });
        SomeLab.sql("insert into diagnostic_report (id, service_request_id, patient_id, status, recorded_by, recorded_at, conclusion) "
                + "select gen_random_uuid(), id, patient_id, 'FINAL', 'lab', now(), 'Normal.' from service_request where id = ?", second);
        assertThat(today().results()).isEqualTo(1);
    }

    @Test
    void itSaysWhereTheVisitStandsSinceWhenAndHowLongThePatientIsHere() {
        assertThat(today()).satisfies(one -> {
            assertThat(one.here()).isFalse();
            assertThat(one.arrivedAt()).isNull();
        });
        stands("ARRIVED", "2026-12-03T08:40");
        assertThat(today()).satisfies(one -> {
            assertThat(one.waits()).isTrue();
            assertThat(one.since()).isEqualTo(SomeLab.at("2026-12-03T08:40"));
        });
        stands("CHECKED_IN", "2026-12-03T08:50");
        SomeLab.sql("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id, outcome) "
                + "values (gen_random_uuid(), now(), 'desk', 'RECEPTIONIST', 'UPDATE', 'Appointment', ?, ?, 'SUCCESS')", visit, lab.patient);
        assertThat(today().since()).as("a note on it is no change of state").isEqualTo(SomeLab.at("2026-12-03T08:50"));
        SomeLab.sql("insert into appointment_place (appointment_id, place, since, by_whom) values (?, 'DOCTOR', cast(? as timestamptz), 'desk')",
                visit, SomeLab.at("2026-12-03T09:05").toString());
        assertThat(today()).satisfies(one -> {
            assertThat(one.waits()).isFalse();
            assertThat(one.here()).isTrue();
            assertThat(one.place()).isEqualTo("DOCTOR");
            assertThat(one.since()).isEqualTo(SomeLab.at("2026-12-03T09:05"));
            assertThat(one.arrivedAt()).isEqualTo(SomeLab.at("2026-12-03T08:40"));
        });
        stands("FULFILLED", "2026-12-03T09:40");
        assertThat(today().place()).isNull();
    }

    private void stands(String status, String wall) {
        SomeLab.sql("update appointment set status = ? where id = ?", status, visit);
        SomeLab.sql("update appointment_since set since = cast(? as timestamptz) where appointment_id = ? and status = ?", SomeLab.at(wall).toString(), visit, status);
    }

    private TodayVisit today() {
        return mine().get(0);
    }

    private List<TodayVisit> mine() {
        List<TodayVisit> all = house.transaction(() -> house.get(TodayService.class).day(DAY));
        return all.stream().filter(one -> one.appointmentId().equals(visit)).toList();
    }
}
