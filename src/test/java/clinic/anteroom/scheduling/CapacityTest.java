package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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
                other.appointmentId(), alone.appointmentId(), lab.technologist)).hasStackTraceContaining("booked when fewer could");
    }
}
