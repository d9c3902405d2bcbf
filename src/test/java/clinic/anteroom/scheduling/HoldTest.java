package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final Instant NINE = at("2026-11-30T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final SomeDesk otherDesk = new SomeDesk("otto", SomeDesk.NOW);

    private static String key() {
        return NewId.next().toString();
    }

    private BookVisit visit(UUID patient, Instant start, UUID... orders) {
        return new BookVisit(patient, Set.of(orders), lab.visitType, start, lab.everybody(), key());
    }

    private Booked hold(UUID patient, Instant start, UUID... orders) {
        return desk.service.hold(new HoldVisit(visit(patient, start, orders)));
    }

    private static ChangeHold change(Booked held) {
        return new ChangeHold(held.appointmentId(), key());
    }

    private static void letTenMinutesPass(Booked held) {
        sql("update appointment set expires_at = now() - interval '1 second' where id = ?", held.appointmentId());
    }

    private static String status(Booked held) {
        return count("select count(*) from appointment where id = ? and status = 'CANCELLED'", held.appointmentId()) == 1 ? "CANCELLED" : "LIVE";
    }

    @Test
    void aHoldTakesItsTimeLikeABooking() {
        Booked held = hold(lab.patient, NINE);
        assertThat(held.status()).isEqualTo(AppointmentStatus.PENDING);
        assertThat(held.isHeld()).isTrue();
        assertThat(count("select count(*) from appointment where id = ? and expires_at between now() + interval '9 minutes' and now() + interval '10 minutes'",
                held.appointmentId())).isEqualTo(1);
        assertThatThrownBy(() -> otherDesk.service.book(visit(lab.patient(), NINE)))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.otherTimes()).hasSize(3));
        assertThatThrownBy(() -> otherDesk.service.hold(new HoldVisit(visit(lab.patient(), NINE)))).isInstanceOf(SlotTaken.class);
        assertThat(desk.events).isEmpty();
    }

    @Test
    void aHoldBecomesABookingInOneTransaction() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked held = hold(lab.patient, NINE, order);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).doesNotContain(order);
        ChangeHold confirm = change(held);
        Booked booked = desk.service.confirm(confirm);
        assertThat(booked.appointmentId()).isEqualTo(held.appointmentId());
        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.heldUntil()).isNull();
        assertThat(desk.service.confirm(confirm)).isEqualTo(booked);
        assertThat(desk.events).containsExactly(new AppointmentBooked(booked.appointmentId(), lab.patient, NINE));
    }

    @Test
    @DisplayName("T20 a hold ends by the database's clock, and its time and order are free at once")
    void aHoldThatHasEndedIsFree() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked held = hold(lab.patient, at("2026-11-30T08:00"), order);
        letTenMinutesPass(held);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).contains(order);
        assertThat(otherDesk.service.find(FindTimes.forPatient(lab.visitType, lab.patient())).times().get(0).start())
                .isEqualTo(at("2026-11-30T08:00"));
        assertThat(new BoardLook(SomeDesk.NOW, SomeLab.TORONTO).day(LocalDate.of(2026, 11, 30)).bars())
                .noneMatch(bar -> bar.visitId().equals(held.appointmentId()));
        assertThatThrownBy(() -> desk.service.confirm(change(held))).isInstanceOf(HoldExpired.class);
        assertThatThrownBy(() -> desk.service.extend(change(held))).isInstanceOf(HoldExpired.class);

        Booked booked = otherDesk.service.book(visit(lab.patient, at("2026-11-30T08:00"), order));

        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(status(held)).isEqualTo("CANCELLED");
        assertThatThrownBy(() -> desk.service.confirm(change(held))).isInstanceOf(HoldExpired.class);
        assertThat(desk.service.release(change(held)).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aHoldCanBeKeptLongerAndLetGo() {
        Booked held = hold(lab.patient, NINE);
        sql("update appointment set expires_at = now() + interval '1 minute' where id = ?", held.appointmentId());
        Booked longer = desk.service.extend(change(held));
        assertThat(count("select count(*) from appointment where id = ? and expires_at > now() + interval '9 minutes'", held.appointmentId())).isEqualTo(1);
        assertThat(longer.isHeld()).isTrue();
        desk.service.release(change(held));
        assertThat(otherDesk.service.book(visit(lab.patient(), NINE)).start()).isEqualTo(NINE);
    }

    @Test
    @DisplayName("T29 one hold a patient: the next choice replaces it, also where the two overlap")
    void theNextChoiceReplacesTheHold() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked first = hold(lab.patient, NINE, order);
        Booked second = hold(lab.patient, NINE.plus(Duration.ofMinutes(15)), order);
        assertThat(status(first)).isEqualTo("CANCELLED");
        assertThat(second.isHeld()).isTrue();
        assertThat(count("select count(*) from appointment where patient_id = ? and live", lab.patient)).isEqualTo(1);
        assertThatThrownBy(() -> otherDesk.service.hold(new HoldVisit(visit(lab.patient, at("2026-11-30T13:00"), order))))
                .isInstanceOf(OrderNotBookable.class);
    }

    @Test
    void theHeldTimeIsAmongTheTimesOnOffer() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked held = hold(lab.patient, at("2026-11-30T08:00"), order);
        Offer offer = desk.service.find(FindTimes.insteadOf(held));
        assertThat(offer.times()).extracting(FreeTime::start).contains(held.start());
        assertThat(offer.orders()).extracting(WaitingRequest::id).containsExactly(order);
    }

    @Test
    void theSamePageSentTwiceHoldsOnce() {
        HoldVisit command = new HoldVisit(visit(lab.patient, NINE));
        assertThat(desk.service.hold(command).appointmentId()).isEqualTo(desk.service.hold(command).appointmentId());
        assertThatThrownBy(() -> desk.service.book(command.visit())).isInstanceOf(BookingKeyUsed.class);
    }
}
