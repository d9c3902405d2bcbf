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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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

    @Test
    @DisplayName("D14 a first visit says so; later ones tell how many there were, when the last was, and how many were missed")
    void howWellTheClinicAndThePatientKnowEachOther() {
        assertThat(today().known()).isEqualTo(new Familiarity(0, null, 0, null));
        earlier("FULFILLED", "2026-05-04T10:00", lab.physician);
        earlier("FULFILLED", "2026-06-04T10:00", lab.physician);
        earlier("NOSHOW", "2026-07-04T10:00", lab.physician);
        earlier("CANCELLED", "2026-08-04T10:00", lab.physician);
        assertThat(today().known()).isEqualTo(new Familiarity(2, SomeLab.at("2026-06-04T10:00"), 1, null));
    }

    @Test
    @DisplayName("D13 a visit with another doctor than the one the patient saw most often names that one")
    void notTheUsualDoctor() {
        UUID usual = lab.person("Ursula", "OTHER_" + lab.mark);
        SomeLab.sql("update practitioner set prefix = 'Dr.', family_name = 'Usual' where id = ?", usual);
        SomeLab.sql("update practitioner set prefix = 'Dr.' where id = ?", lab.physician);
        earlier("FULFILLED", "2026-05-04T10:00", usual);
        earlier("FULFILLED", "2026-06-04T10:00", usual);
        earlier("FULFILLED", "2026-07-04T10:00", lab.physician);
        assertThat(today().known().usual()).isEqualTo("Dr. Ursula Usual");
        earlier("FULFILLED", "2026-07-05T10:00", lab.physician);
        earlier("FULFILLED", "2026-07-06T10:00", lab.physician);
        assertThat(today().known().usual()).as("now the doctor of this visit").isNull();
    }

    @Test
    @DisplayName("A doctor's own visits are told apart from everybody's")
    void whoseVisitItIs() {
        assertThat(today().mine()).isFalse();
        String account = account();
        house.signedIn(account, Roles.DOCTOR);
        assertThat(today().mine()).isTrue();
    }

    @Test
    @DisplayName("D28 a doctor's calendar tells initials, kind, time and room, and neither name nor reason; a new address ends the one before")
    void theDoctorsCalendar() {
        String account = account();
        house.signedIn(account, Roles.DOCTOR);
        SomeLab.sql("update patient set given_name = 'Quentin', family_name = 'Xylander' where id = ?", lab.patient);
        SomeLab.sql("update location set name = 'Room of light' where id = ?", lab.room);
        String first = house.transaction(() -> house.get(StaffCalendarService.class).open());
        String told = feed(first).orElseThrow();
        assertThat(told).contains("SUMMARY:QX\\, ", "LOCATION:Room of light", "STATUS:CONFIRMED", "CLASS:PRIVATE").doesNotContain("Quentin", "Xylander", "Weak");
        assertThat(told.split("BEGIN:VEVENT", -1)).hasSize(2);
        assertThat(SomeLab.text("select count(*) from audit_event where entity = 'Appointment' and entity_id = ? and action = 'VIEW'", visit)).isNotEqualTo("0");
        SomeLab.sql("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where id = ?", visit);
        assertThat(feed(first).orElseThrow()).contains("STATUS:CANCELLED");

        String second = house.transaction(() -> house.get(StaffCalendarService.class).open());
        assertThat(feed(first)).isEmpty();
        assertThat(feed(second)).isPresent();
        assertThat(feed("0".repeat(32))).isEmpty();
        SomeLab.sql("update staff_account set active = false where username = ?", account);
        assertThat(feed(second)).as("a closed account has no calendar").isEmpty();
    }

    private Optional<String> feed(String secret) {
        return house.transaction(() -> house.get(StaffCalendarService.class).feed(secret));
    }

    /** A doctor's account that belongs to the physician of the lab. */
    private String account() {
        String name = "dr." + lab.mark.toLowerCase(java.util.Locale.ROOT);
        SomeLab.sql("insert into staff_account (id, username, display_name, password_hash, role, practitioner_id) values (gen_random_uuid(), ?, 'Dr. Lab', 'none', 'DOCTOR', ?)",
                name, lab.physician);
        return name;
    }

    private void earlier(String status, String wall, UUID doctor) {
        SomeLab.sql("with visit as (insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at, cancel_reason) "
                + "select gen_random_uuid(), ?, ?, ?, t, t + interval '20 minutes', 'America/Toronto', t at time zone 'America/Toronto', 'test', now(), ? "
                + "from (select cast(? as timestamptz) as t) at returning *) "
                + "insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) select gen_random_uuid(), v.id, 1, r.id, 1, tstzrange(v.starts_at, v.ends_at), v.live "
                + "from visit v cross join lateral (values (v.patient_id), (cast(? as uuid))) as r (id)",
                status, lab.visitType, lab.patient, status.equals("CANCELLED") ? "PATIENT" : null, SomeLab.at(wall).toString(), doctor);
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
