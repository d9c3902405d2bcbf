package clinic.anteroom.scheduling.desk;

import static clinic.anteroom.scheduling.desk.SomeFrontDesk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A doctor goes away: what is shown, what is saved, what the database refuses from then on. Now is Monday 2026-11-30, 07:00. */
class AwayTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);

    private final SomeFrontDesk desk = new SomeFrontDesk();
    private final UUID patient = desk.patient("Nora", "Lindqvist", "1958-04-11", "+1 416 555 0101");
    private UUID me = desk.doctor;

    @Test
    void whatIsBookedIsShownAndNothingIsSaved() {
        UUID first = desk.visit(patient, "2026-12-01T09:20");
        desk.visit(patient, "2026-12-02T09:20");

        List<AffectedVisit> shown = ask(away -> away.affected(day(TUESDAY)));

        assertThat(shown).extracting(AffectedVisit::visitId, AffectedVisit::patientName, AffectedVisit::start, AffectedVisit::visitName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first, "Nora Lindqvist", at("2026-12-01T09:20"), "Visit"));
        assertThat(ask(AwayService::mine)).isEmpty();
    }

    @Test
    @DisplayName("T1 nobody is booked with a doctor who is away; the database itself refuses them")
    void theDatabaseKeepsBookingsOut() {
        go(day(TUESDAY));

        assertThatThrownBy(() -> desk.visit(patient, "2026-12-01T09:20")).hasStackTraceContaining("away at this time");
        assertThat(desk.visit(patient, "2026-12-02T09:20")).isNotNull();
    }

    @Test
    void whoIsIllSinceTheMorningSaysSoAfterwards() {
        go(new GoAway(LocalDate.of(2026, 11, 30), LocalTime.of(6, 0), null, null, List.of(), "ILLNESS"));

        assertThat(ask(AwayService::mine)).hasSize(1);
    }

    @Test
    @DisplayName("T39 a visit that is locked for the doctor who goes away is counted and not named")
    void aLockedVisitIsCountedAndNotNamed() {
        desk.visit(patient, "2026-12-01T09:20");
        desk.sql("insert into consent_lock (id, patient_id, against, whom, wording, written_by, written_at) values (?, ?, 'PERSON', 'dr.away', 'Not this doctor', 'officer', now())",
                NewId.next(), patient);
        desk.sql("do $$ begin create role away_reader; exception when duplicate_object then null; end $$");
        desk.sql("grant select, insert, update, delete on all tables in schema public to away_reader");
        desk.sql("grant usage on all sequences in schema public to away_reader");

        List<AffectedVisit> named = asALesserRole(away -> away.affected(day(TUESDAY)));
        int counted = asALesserRole(away -> away.locked(day(TUESDAY)));
        int nextDay = asALesserRole(away -> away.locked(day(WEDNESDAY)));

        assertThat(named).isEmpty();
        assertThat(counted).isEqualTo(1);
        assertThat(nextDay).isZero();
    }

    private <T> T asALesserRole(Function<AwayService, T> work) {
        return ask(away -> {
            away.absences.entities.createNativeQuery("set local role away_reader").executeUpdate();
            away.audit.introduce();
            return work.apply(away);
        });
    }

    @Test
    void hoursEndWhereTheyEnd() {
        go(new GoAway(TUESDAY, LocalTime.of(9, 0), null, LocalTime.of(10, 0), List.of(), "TRAINING"));

        assertThatThrownBy(() -> desk.visit(patient, "2026-12-01T09:50")).hasStackTraceContaining("away at this time");
        assertThat(desk.visit(patient, "2026-12-01T10:00")).isNotNull();
    }

    @Test
    @DisplayName("T1 who books and who goes away at the same moment wait for each other, and one sees the other")
    void aBookingUnderWayIsWaitedFor() throws Exception {
        try (Connection booking = TestDatabase.dataSource().getConnection()) {
            booking.setAutoCommit(false);
            booking.createStatement().execute("select pg_advisory_xact_lock_shared(280, hashtext('" + desk.doctor + "'))");
            CompletableFuture<Void> going = CompletableFuture.runAsync(() -> go(day(TUESDAY)));
            assertThatThrownBy(() -> going.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(java.util.concurrent.TimeoutException.class);
            booking.commit();
            going.get(20, TimeUnit.SECONDS);
        }
        assertThat(ask(AwayService::mine)).hasSize(1);
    }

    @Test
    void eachVisitInTheWayIsWorkOfTheDeskUntilItIsSettled() {
        UUID first = desk.visit(patient, "2026-12-01T09:20");
        UUID second = desk.visit(patient, "2026-12-01T10:20");
        assertThat(queue()).doesNotContain(first, second);

        go(day(TUESDAY));
        assertThat(queue()).containsSubsequence(first, second);
        assertThat(ask(AwayService::mine).get(0).visits()).isEqualTo(2);

        desk.sql("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT' where id = ?", first);
        assertThat(queue()).doesNotContain(first).contains(second);

        UUID absence = ask(AwayService::mine).get(0).id();
        ask(away -> {
            away.takeBack(absence);
            return null;
        });
        assertThat(queue()).doesNotContain(second);
        assertThat(desk.visit(patient, "2026-12-01T11:20")).as("the time can be booked again").isNotNull();
    }

    @Test
    void severalDatesAreSeveralAbsencesOfOneShape() {
        go(new GoAway(TUESDAY, LocalTime.of(9, 0), null, LocalTime.of(10, 0), List.of(WEDNESDAY, LocalDate.of(2026, 12, 9)), "OTHER_DUTY"));

        assertThat(ask(AwayService::mine)).extracting(one -> one.when().start())
                .containsExactly(at("2026-12-01T09:00"), at("2026-12-02T09:00"), at("2026-12-09T09:00"));
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        assertThat(refused(new GoAway(WEDNESDAY, null, TUESDAY, null, List.of(), "LEAVE"))).containsExactly("to refusal.away_to");
        assertThat(refused(new GoAway(TUESDAY, LocalTime.of(10, 0), null, LocalTime.of(10, 0), List.of(), "LEAVE"))).containsExactly("to refusal.away_to");
        assertThat(refused(day(LocalDate.of(2026, 11, 29)))).containsExactly("from refusal.away_past");
        assertThat(refused(new GoAway(LocalDate.of(2026, 11, 30), LocalTime.of(5, 0), null, LocalTime.of(7, 0), List.of(), "LEAVE"))).as("over already").containsExactly("from refusal.away_past");
        assertThat(refused(new GoAway(null, null, null, null, List.of(), null))).containsExactlyInAnyOrder("reason refusal.away_reason", "from refusal.away_from");
        go(day(TUESDAY));
        assertThat(refused(day(TUESDAY))).containsExactly("from refusal.away_twice");
        assertThat(refused(new GoAway(WEDNESDAY, null, null, null, List.of(TUESDAY), "LEAVE"))).containsExactly("others refusal.away_twice");
        assertThat(ask(AwayService::mine)).hasSize(1);
    }

    @Test
    void whoCannotBeBookedIsTold() {
        me = null;
        assertThatThrownBy(() -> go(day(TUESDAY))).isInstanceOf(NobodyToBook.class);
        assertThat(ask(AwayService::mine)).isEmpty();
        assertThat(this.<Boolean>ask(AwayService::isSomebody)).isFalse();
    }

    @Test
    @DisplayName("T22 a colleague's absence answers like one that is not there")
    void anothersIsUnknown() {
        go(day(TUESDAY));
        UUID absence = ask(AwayService::mine).get(0).id();
        me = new SomeFrontDesk().doctor;
        assertThatThrownBy(() -> ask(away -> {
            away.takeBack(absence);
            return null;
        })).isInstanceOf(AwayGone.class);
    }

    private static GoAway day(LocalDate date) {
        return new GoAway(date, null, null, null, List.of(), "LEAVE");
    }

    private List<UUID> queue() {
        return desk.queues(queues -> queues.away(at("2026-11-30T07:00"))).stream().map(QueueRow::visitId).toList();
    }

    private List<String> refused(GoAway command) {
        try {
            ask(away -> away.affected(command));
        } catch (AwayRefused e) {
            return e.fields().stream().map((FieldRefused fault) -> fault.field() + " " + fault.key()).toList();
        }
        return List.of();
    }

    private void go(GoAway command) {
        ask(away -> {
            away.away(command);
            return null;
        });
    }

    private <T> T ask(Function<AwayService, T> work) {
        ClinicTime time = new ClinicTime(Clock.fixed(at("2026-11-30T07:00"), ZoneOffset.UTC), SomeFrontDesk.TORONTO);
        try (EntityManager entities = TestDatabase.entities().createEntityManager()) {
            entities.getTransaction().begin();
            AwayService away = new AwayService();
            away.absences = new Absences();
            away.absences.entities = entities;
            away.session = session();
            away.audit = SomeAudit.of(entities, away.session, time);
            away.time = time;
            away.staff = new StaffService() {
                @Override
                public Optional<UUID> practitioner(String username) {
                    return Optional.ofNullable(me);
                }
            };
            try {
                T result = work.apply(away);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private static SessionContext session() {
        Principal caller = () -> "dr." + "away";
        return (SessionContext) Proxy.newProxyInstance(AwayTest.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> method.getName().equals("getCallerPrincipal") ? caller : method.getName().equals("isCallerInRole") ? (Object) "DOCTOR".equals(arguments[0]) : null);
    }
}
