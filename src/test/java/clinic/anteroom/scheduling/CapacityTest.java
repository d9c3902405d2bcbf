package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many share a time is said when each of them is booked; a changed setting is for what is booked afterwards. */
class CapacityTest {

    private static final Instant NINE = at("2026-12-01T09:00");
    private static final Instant ONE = at("2026-12-01T13:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();

    private Booked book(Instant start) {
        return desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, start, lab.everybody(), NewId.next().toString()));
    }

    private void callOff(Booked visit) {
        desk.service.cancel(new CancelVisit(visit.appointmentId(), visit.version(), CancelReason.PATIENT, NewId.next().toString()));
    }

    private void takes(int seats) {
        for (UUID each : lab.everybody().values()) {
            SomeLab.sql("update resource set seats = ? where id = ?", seats, each);
        }
    }

    private long live(Instant start) {
        return count("select count(*) from appointment where live and visit_type = ? and starts_at = cast(? as timestamptz)", lab.visitType, start.toString());
    }

    @Test
    @DisplayName("T1 who was booked when one could come stays alone after the setting allows three; new times take three and no fourth")
    void whoWasBookedAloneStaysAlone() {
        Booked alone = book(NINE);
        takes(3);
        assertThatThrownBy(() -> book(NINE)).isInstanceOf(SlotTaken.class);
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient()).between(java.time.LocalDate.of(2026, 12, 1), java.time.LocalDate.of(2026, 12, 1))).times())
                .isNotEmpty().noneMatch(free -> free.start().isBefore(alone.end()) && free.end().isAfter(alone.start()));
        book(ONE);
        book(ONE);
        book(ONE);
        assertThatThrownBy(() -> book(ONE)).isInstanceOf(SlotTaken.class);
        assertThat(live(ONE)).isEqualTo(3);
        callOff(alone);
        book(NINE);
        book(NINE);
        assertThat(live(NINE)).as("everybody there was booked under the new setting").isEqualTo(2);
    }

    @Test
    @DisplayName("T1 a setting that allows fewer leaves old bookings where they are, and nobody new comes to them")
    void fewerSeatsTouchNoOldBooking() {
        takes(2);
        Booked first = book(ONE);
        book(ONE);
        takes(1);
        assertThat(live(ONE)).isEqualTo(2);
        callOff(first);
        assertThatThrownBy(() -> book(ONE)).as("one is there, and one may be").isInstanceOf(SlotTaken.class);
        assertThat(live(ONE)).isEqualTo(1);
        book(NINE);
        assertThatThrownBy(() -> book(NINE)).isInstanceOf(SlotTaken.class);
    }

    @Test
    @DisplayName("T1 the database itself refuses a seat beside a visit that was booked to be alone")
    void theDatabaseHasTheLastWord() {
        Booked alone = book(NINE);
        takes(3);
        Booked other = book(ONE);
        assertThatThrownBy(() -> SomeLab.sql("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live, capacity) "
                + "select gen_random_uuid(), ?, 2, resource_id, 2, during, true, 3 from occupancy where appointment_id = ? and resource_id = ? and phase = 1",
                other.appointmentId(), alone.appointmentId(), lab.technologist)).hasStackTraceContaining("booked when more or fewer could");
    }

    @Test
    @DisplayName("T1 the database itself refuses one more beside a visit whose seat is no more, whoever writes it; a visit there is called off as any other")
    void oneSeatBesideASeatThatIsNoMore() {
        takes(2);
        Booked first = book(ONE);
        Booked second = book(ONE);
        takes(1);
        callOff(first);
        Booked elsewhere = book(NINE);
        assertThatThrownBy(() -> seat(elsewhere, second, 1)).hasStackTraceContaining("booked when more or fewer could");
        callOff(second);
        seat(elsewhere, second, 1);
        assertThat(count("select count(*) from occupancy where appointment_id = ? and phase = 9 and capacity = 1", elsewhere.appointmentId()))
                .as("the database stamps what comes without a stamp").isEqualTo(1);
    }

    /** The technologist's time of another visit, written past every service. */
    private void seat(Booked visit, Booked like, int seat) {
        SomeLab.sql("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) "
                + "select gen_random_uuid(), ?, 9, resource_id, ?, during, true from occupancy where appointment_id = ? and resource_id = ? and phase = 1",
                visit.appointmentId(), seat, like.appointmentId(), lab.technologist);
    }

    @Test
    @DisplayName("T1 who changes how many may come waits for a booking under way, so that its stamp and the setting never miss each other")
    void theSettingWaitsForABookingUnderWay() throws Exception {
        takes(1);
        Booked there = book(NINE);
        try (Connection booking = TestDatabase.dataSource().getConnection(); Statement statement = booking.createStatement()) {
            booking.setAutoCommit(false);
            statement.execute("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) select gen_random_uuid(), appointment_id, 9, resource_id, 1, "
                    + "tstzrange(upper(during) + interval '3 hours', upper(during) + interval '4 hours'), true from occupancy where appointment_id = '" + there.appointmentId()
                    + "' and resource_id = '" + lab.technologist + "' and phase = 1");
            CompletableFuture<Void> setting = CompletableFuture.runAsync(() -> takes(3));
            for (int i = 0; i < 100 && waiting() == 0; i++) {
                Thread.sleep(50);
            }
            assertThat(waiting()).isEqualTo(1);
            assertThat(setting).isNotDone();
            booking.rollback();
            setting.get(10, TimeUnit.SECONDS);
        }
    }

    private static long waiting() {
        return count("select count(*) from pg_locks where locktype = 'advisory' and classid = 280 and not granted");
    }
}
