package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Instant NINE = at("2026-11-30T09:00");
    private static final Instant ONE = at("2026-11-30T13:00");

    private final SomeLab lab = new SomeLab();
    private final SomeLab second = new SomeLab();
    private final SomeDesk desk = new SomeDesk();

    private static String key() {
        return NewId.next().toString();
    }

    private BookVisit leg(SomeLab where, Instant start, UUID... orders) {
        return new BookVisit(lab.patient, Set.of(orders), where.visitType, start, where.everybody(), key());
    }

    private BookTogether legs(Instant first, Instant next, UUID... ordersOfTheSecond) {
        return new BookTogether(BookTogether.Kind.LEGS, List.of(leg(lab, first), leg(second, next, ordersOfTheSecond)), key());
    }

    private long live() {
        return count("select count(*) from appointment where patient_id = ? and live", lab.patient);
    }

    @Test
    void bothLegsAreBookedOnce() {
        BookTogether command = legs(NINE, ONE);
        List<Booked> booked = desk.service.bookTogether(command);
        assertThat(booked).extracting(Booked::start).containsExactly(NINE, ONE);
        assertThat(desk.service.bookTogether(command)).isEqualTo(booked);
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void neitherLegIsBookedIfOneIsTaken() {
        desk.service.book(new BookVisit(lab.patient(), Set.of(), second.visitType, ONE, second.everybody(), key()));
        assertThatThrownBy(() -> desk.service.bookTogether(legs(NINE, ONE))).isInstanceOf(SlotTaken.class);
        assertThat(live()).isZero();
    }

    @Test
    void legsKeepTheirOrderWhenBookedAndWhenMoved() {
        assertThatThrownBy(() -> desk.service.bookTogether(legs(ONE, NINE))).hasMessage("refusal.visit_legs_out_of_order");
        Booked first = desk.service.bookTogether(legs(NINE, ONE)).get(0);
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(first.appointmentId(), first.version(), at("2026-11-30T15:00"), lab.everybody(), key())))
                .hasMessage("refusal.visit_legs_out_of_order");
        Booked moved = desk.service.move(new MoveVisit(first.appointmentId(), first.version(), at("2026-11-30T10:00"), lab.everybody(), key()));
        assertThat(moved.start()).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void bothLegsAreCalledOffTogetherOrOneAlone() {
        Booked first = desk.service.bookTogether(legs(NINE, ONE)).get(0);
        CancelVisit command = new CancelVisit(first.appointmentId(), first.version(), CancelReason.PATIENT, key());
        assertThat(desk.service.cancelTogether(command)).extracting(Booked::status).containsOnly(AppointmentStatus.CANCELLED);
        assertThat(desk.service.cancelTogether(command)).hasSize(2);
        Booked again = desk.service.bookTogether(legs(NINE, ONE)).get(0);
        desk.service.cancel(new CancelVisit(again.appointmentId(), again.version(), CancelReason.PATIENT, key()));
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void foundPairsFitEachOtherAndCanBeBooked() {
        List<Together> pairs = desk.service.findTogether(
                new FindTogether(lab.patient, lab.visitType, second.visitType, Duration.ofMinutes(60), Duration.ofHours(6)));
        assertThat(pairs).hasSize(6).allSatisfy(pair -> assertThat(Duration.between(pair.first().end(), pair.second().start()))
                .isBetween(Duration.ofMinutes(60), Duration.ofHours(6)));
        Together pair = pairs.get(0);
        List<Booked> booked = desk.service.bookTogether(new BookTogether(BookTogether.Kind.LEGS, List.of(
                new BookVisit(lab.patient, Set.of(), lab.visitType, pair.first().start(), pair.first().chosen(), key()),
                new BookVisit(lab.patient, Set.of(), second.visitType, pair.second().start(), pair.second().chosen(), key())), key()));
        assertThat(booked).hasSize(2);
    }

    @Test
    void twoLegsInOneRoomLeaveTimeToCleanUp() {
        List<Together> pairs = desk.service.findTogether(
                new FindTogether(lab.patient, lab.visitType, lab.visitType, Duration.ZERO, Duration.ofHours(3)));
        // 75 minutes, then ten minutes to clean up, then the next start on the grid of 15.
        assertThat(pairs.get(0).second().start()).isEqualTo(pairs.get(0).first().end().plus(Duration.ofMinutes(15)));
    }

    @Test
    @DisplayName("T19 a weekly series keeps its wall time over a clock change")
    void aSeriesKeepsItsWallTime() {
        SomeDesk inFebruary = new SomeDesk("rita", at("2027-02-24T07:00"));
        List<SeriesTime> series = inFebruary.service.findSeries(
                new FindSeries(lab.visitType, lab.patient, LocalDate.of(2027, 3, 1), LocalTime.of(10, 0), 7, 5));
        assertThat(series).extracting(SeriesTime::time).extracting(FreeTime::start).containsExactly(
                Instant.parse("2027-03-01T15:00:00Z"), Instant.parse("2027-03-08T15:00:00Z"), Instant.parse("2027-03-15T14:00:00Z"),
                Instant.parse("2027-03-22T14:00:00Z"), Instant.parse("2027-03-29T14:00:00Z"));
        List<Booked> booked = inFebruary.service.bookTogether(new BookTogether(BookTogether.Kind.SERIES,
                series.stream().map(time -> new BookVisit(lab.patient, Set.of(), lab.visitType, time.time().start(), time.time().chosen(), key())).toList(), key()));
        assertThat(booked).hasSize(5);
    }

    @Test
    void aDayWithoutAFreeTimeStaysEmptyInASeries() {
        sql("insert into opening_exception (resource_id, on_date) values (?, date '2026-12-07')", lab.physician);
        desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, at("2026-12-14T10:00"), lab.everybody(), key()));
        List<SeriesTime> series = desk.service.findSeries(
                new FindSeries(lab.visitType, lab.patient, LocalDate.of(2026, 11, 30), LocalTime.of(10, 0), 7, 3));
        assertThat(series.get(1).time()).isNull();
        assertThat(series.get(2).time().start()).isEqualTo(at("2026-12-14T08:30"));
    }

    @Test
    void anOrderThatNoTimeCanMeetRaisesOneTask() {
        UUID order = lab.order(lab.patient, "EMG", at("2026-12-01T12:00"));
        sql("insert into absence (resource_id, during) values (?, tstzrange('2026-11-30T00:00Z', '2026-12-03T00:00Z'))", lab.physician);
        FindTimes question = new FindTimes(order, lab.visitType, null, null, null, null);
        desk.service.find(question.between(LocalDate.of(2026, 12, 2), null));
        assertThat(desk.service.tasks()).extracting(Task::orderId).doesNotContain(order);
        desk.service.find(question);
        Offer offer = desk.service.find(question);
        assertThat(offer.times().get(0).late()).isTrue();
        assertThat(desk.service.tasks()).filteredOn(task -> task.orderId().equals(order)).singleElement()
                .satisfies(task -> assertThat(task.firstTime()).isEqualTo(offer.times().get(0).start()));
        desk.service.book(new BookVisit(lab.patient, Set.of(order), lab.visitType, offer.times().get(0).start(), offer.times().get(0).chosen(), key()));
        assertThat(desk.service.tasks()).extracting(Task::orderId).doesNotContain(order);
    }

    private UUID contrastScan() {
        UUID order = lab.order(lab.patient, "CT", null);
        sql("update service_request set detail = 'CONTRAST' where id = ?", order);
        sql("insert into visit_type_test values (?, 'CT')", second.visitType);
        return order;
    }

    @Test
    void contrastIsNotBookedBeforeBlood() {
        UUID order = contrastScan();
        assertThatThrownBy(() -> desk.service.book(leg(second, ONE, order))).hasMessage("refusal.visit_blood_first");
        assertThat(desk.service.find(new FindTimes(order, second.visitType, null, null, null, null)).interlocks()).containsExactly(Interlock.BLOOD_FIRST);
        assertThatThrownBy(() -> desk.service.bookTogether(legs(NINE, ONE, order))).hasMessage("refusal.visit_blood_first");
        sql("insert into visit_type_test values (?, 'BLOOD')", lab.visitType);
        assertThat(desk.service.bookTogether(legs(NINE, ONE, order))).hasSize(2);
    }

    @Test
    void anImplantIsShownAndNoPatientBooksAroundIt() {
        UUID order = lab.orderOf(lab.patient, "MRI", "{\"SAF-Q03\":[\"PACEMAKER\"]}");
        UUID harmless = lab.orderOf(lab.patient(), "MRI", "{\"SAF-Q03\":[\"NONE\"]}");
        sql("insert into visit_type_test values (?, 'MRI')", second.visitType);
        sql("update visit_type set patients_may_book = true where code = ?", second.visitType);
        assertThat(desk.service.find(new FindTimes(order, second.visitType, null, null, null, null)).interlocks()).containsExactly(Interlock.IMPLANT);
        assertThat(desk.service.find(new FindTimes(harmless, second.visitType, null, null, null, null)).interlocks()).isEmpty();
        SomeDesk patient = new SomeDesk("pat", SomeDesk.NOW);
        assertThatThrownBy(() -> patient.service.book(leg(second, ONE, order))).hasMessage("refusal.visit_implant");
        assertThat(desk.service.book(leg(second, ONE, order)).start()).isEqualTo(ONE);
    }
}
