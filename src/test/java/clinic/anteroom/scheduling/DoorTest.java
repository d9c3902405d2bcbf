package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Instant NINE = at("2026-11-30T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final SomeDesk atTen = new SomeDesk("rita", at("2026-11-30T10:00"));

    private final UUID order = lab.order(lab.patient, "EMG", null);
    private final Booked booked = book(lab.patient, NINE, order);

    private static String key() {
        return NewId.next().toString();
    }

    private Booked book(UUID patient, Instant start, UUID... orders) {
        return desk.service.book(new BookVisit(patient, Set.of(orders), lab.visitType, start, lab.everybody(), key()));
    }

    private static StepVisit step(Booked visit) {
        return new StepVisit(visit.appointmentId(), visit.version(), key());
    }

    private long orders(String status) {
        return count("select count(*) from service_request where id = ? and status = ?", order, status);
    }

    @Test
    void aVisitGoesForwardAndItsOrderIsDone() {
        Booked arrived = desk.service.step(step(booked), VisitStep.ARRIVE);
        assertThat(arrived.status()).isEqualTo(AppointmentStatus.ARRIVED);
        Booked in = desk.service.step(step(arrived), VisitStep.CHECK_IN);
        StepVisit last = step(in);
        Booked done = desk.service.step(last, VisitStep.FULFIL);
        assertThat(done.status()).isEqualTo(AppointmentStatus.FULFILLED);
        assertThat(desk.service.step(last, VisitStep.FULFIL)).isEqualTo(done);
        assertThat(orders("COMPLETED")).isEqualTo(1);
        assertThat(desk.events).contains(new AppointmentStepped(booked.appointmentId(), lab.patient, AppointmentStatus.FULFILLED));
        assertThatThrownBy(() -> desk.service.step(step(done), VisitStep.ARRIVE)).isInstanceOf(StepNotPossible.class);
    }

    @Test
    void theWrongButtonIsTakenBackOnce() {
        Booked in = desk.service.step(step(booked), VisitStep.CHECK_IN);
        Booked done = desk.service.step(step(in), VisitStep.FULFIL);
        assertThat(done.canStepBack()).isTrue();
        Booked back = desk.service.stepBack(step(done));
        assertThat(back.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(orders("ACTIVE")).isEqualTo(1);
        assertThat(back.canStepBack()).isFalse();
        assertThatThrownBy(() -> desk.service.stepBack(step(back))).isInstanceOf(StepNotPossible.class);
    }

    @Test
    void whoDidNotComeWaitsAgain() {
        assertThatThrownBy(() -> desk.service.step(step(booked), VisitStep.MISS)).hasMessage("refusal.step_not_yet");
        Booked missed = atTen.service.step(step(booked), VisitStep.MISS);
        assertThat(missed.status()).isEqualTo(AppointmentStatus.NOSHOW);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).contains(order);
        assertThat(atTen.service.stepBack(step(missed)).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).doesNotContain(order);
    }

    @Test
    void aMissedVisitCannotComeBackOnceItsTimeIsGone() {
        Booked missed = atTen.service.step(step(booked), VisitStep.MISS);
        book(lab.patient(), NINE);
        assertThatThrownBy(() -> atTen.service.stepBack(step(missed))).isInstanceOf(SlotTaken.class);
    }

    @Test
    void nobodyArrivesBeforeTheDay() {
        Booked tomorrow = book(lab.patient(), at("2026-12-01T09:00"));
        assertThatThrownBy(() -> desk.service.step(step(tomorrow), VisitStep.ARRIVE)).hasMessage("refusal.step_not_today");
    }

    @Test
    void aVisitThatWasCalledOffTakesPlaceAfterAll() {
        Booked off = desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key()));
        Booked on = desk.service.reinstate(step(off));
        assertThat(on.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(on.start()).isEqualTo(NINE);
        assertThat(count("select count(*) from occupancy where appointment_id = ? and live", on.appointmentId())).isEqualTo(8);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).doesNotContain(order);
    }

    @Test
    void aVisitWhoseTimeIsGoneStaysCalledOffAndOthersAreShown() {
        Booked off = desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key()));
        book(lab.patient(), NINE);
        assertThatThrownBy(() -> desk.service.reinstate(step(off)))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.otherTimes()).hasSize(3));
        assertThat(desk.service.get(off.appointmentId()).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aVisitWhoseOrderIsBookedElsewhereStaysCalledOff() {
        Booked off = desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key()));
        book(lab.patient, at("2026-11-30T13:00"), order);
        assertThatThrownBy(() -> desk.service.reinstate(step(off))).isInstanceOf(OrderNotBookable.class);
    }

    @Test
    void aHoldDoesNotArrive() {
        Booked held = desk.service.hold(new HoldVisit(new BookVisit(lab.patient(), Set.of(), lab.visitType, at("2026-11-30T13:00"), lab.everybody(), key())));
        assertThatThrownBy(() -> desk.service.step(step(held), VisitStep.ARRIVE)).isInstanceOf(StepNotPossible.class);
    }
}
