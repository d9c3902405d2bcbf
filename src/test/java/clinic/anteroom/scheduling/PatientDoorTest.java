package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What patients do without the phone, on a real database. */
class PatientDoorTest {

    private final SomeLab lab = new SomeLab();
    private final SomeLab other = new SomeLab();
    private final SomeDesk desk = new SomeDesk("pat", SomeDesk.NOW);

    PatientDoorTest() {
        sql("update visit_type set patients_may_book = true where code in (?, ?)", lab.visitType, other.visitType);
    }

    private static String key() {
        return NewId.next().toString();
    }

    private static PatientBooking booking(UUID patient, List<PatientBooking.Leg> legs, boolean invited) {
        return new PatientBooking(patient, legs, VisitNeeds.PLAIN, Wishes.NONE, null, invited, null, key());
    }

    private PatientBooking one(UUID patient, Instant start) {
        return booking(patient, List.of(new PatientBooking.Leg(lab.visitType, start, Map.of())), false);
    }

    private Booked book(UUID patient, Instant start) {
        Booked held = desk.holds(door -> door.hold(one(patient, start))).get(0);
        return desk.holds(door -> door.confirm(patient, new ChangeHold(held.appointmentId(), key()))).get(0);
    }

    @Test
    void firstFreeStandsOnTopWithAnybodyAndWithEachPerson() {
        SelfTimes times = desk.patients(door -> door.times(new SelfFind(lab.patient, List.of(lab.visitType), VisitNeeds.PLAIN, Wishes.NONE, null, null, null)));
        assertThat(times.first().start()).isEqualTo(at("2026-11-30T08:00"));
        assertThat(times.people()).extracting(SelfTimes.WithPerson::id).containsExactlyInAnyOrder(lab.technologist, lab.physician);
        assertThat(times.days()).hasSize(14);
        assertThat(times.days().values().iterator().next()).extracting(FreeTime::start).startsWith(at("2026-11-30T08:00"), at("2026-11-30T08:15"));
    }

    @Test
    void severalVisitsAreHeldAndBookedTogetherOrNotAtAll() {
        List<SelfBundle> bundles = desk.patients(door -> door.bundles(new SelfFind(lab.patient, List.of(other.visitType, lab.visitType), VisitNeeds.PLAIN,
                Wishes.NONE, null, null, null)));
        SelfBundle oneVisit = bundles.stream().filter(bundle -> bundle.kind() == SelfBundle.Kind.ONE_VISIT).findFirst().orElseThrow();
        assertThat(oneVisit.legs()).hasSize(2);
        assertThat(oneVisit.legs().get(1).start()).isEqualTo(oneVisit.legs().get(0).end());
        List<PatientBooking.Leg> legs = List.of(new PatientBooking.Leg(other.visitType, oneVisit.legs().get(0).start(), Map.of()),
                new PatientBooking.Leg(lab.visitType, oneVisit.legs().get(1).start(), Map.of()));
        List<Booked> held = desk.holds(door -> door.hold(booking(lab.patient, legs, false)));
        assertThat(held).extracting(Booked::status).containsOnly(AppointmentStatus.PENDING);
        List<Booked> booked = desk.holds(door -> door.confirm(lab.patient, new ChangeHold(held.get(0).appointmentId(), key())));
        assertThat(booked).hasSize(2).extracting(Booked::status).containsOnly(AppointmentStatus.BOOKED);
        assertThat(desk.events).filteredOn(AppointmentBooked.class::isInstance).hasSize(2);
    }

    @Test
    void whoComesSecondIsToldAndNothingIsHeld() {
        desk.holds(door -> door.hold(one(lab.patient, at("2026-12-02T09:00"))));
        UUID slow = lab.patient();
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(slow, at("2026-12-02T09:00"))))).isInstanceOf(SlotTaken.class);
        List<Booked> none = desk.patients(door -> door.visits(slow));
        assertThat(none).isEmpty();
    }

    @Test
    @DisplayName("T29 one hold, and three visits to come that patients booked themselves")
    void holdsAndVisitsOfAPatientAreLimited() {
        Booked first = desk.holds(door -> door.hold(one(lab.patient, at("2026-12-02T09:00")))).get(0);
        desk.holds(door -> door.hold(one(lab.patient, at("2026-12-03T09:00"))));
        assertThat(desk.patients(door -> door.get(lab.patient, first.appointmentId())).status()).isEqualTo(AppointmentStatus.CANCELLED);
        for (int day = 4; day <= 6; day++) {
            book(lab.patient, at("2026-12-0" + day + "T09:00"));
        }
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2026-12-08T09:00"))))).isInstanceOf(SelfBookingRefused.class)
                .hasMessage("refusal.self_too_many");
    }

    /** Taken back afterwards: a kind of visit without a test is offered to everybody. */
    private SelfVisit offered(String rule) {
        sql("update visit_type set " + rule + " where code = ?", lab.visitType);
        sql("delete from visit_type_test where visit_type = ?", lab.visitType);
        return desk.patients(door -> door.free(lab.patient)).stream().filter(visit -> visit.visitType().equals(lab.visitType)).findFirst().orElseThrow();
    }

    @Test
    void eachKindOfVisitSaysWhoMayPickIt() {
        assertThat(offered("self_for = 'EVERYBODY'").isOpen()).isTrue();
        assertThat(offered("self_for = 'RETURNING'").blocked()).isEqualTo(SelfVisit.Blocked.ONLY_RETURNING);
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2026-12-02T09:00"))))).isInstanceOf(SelfBookingRefused.class)
                .hasMessage("refusal.self_only_returning");
        assertThat(offered("self_for = 'NEW'").isOpen()).isTrue();
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        sql("update appointment set status = 'FULFILLED' where id = ?", mine.appointmentId());
        assertThat(offered("self_for = 'NEW'").blocked()).isEqualTo(SelfVisit.Blocked.ONLY_NEW);
        assertThat(offered("self_for = 'RETURNING'").isOpen()).isTrue();
    }

    @Test
    void patientsYoungerThanTheClinicSeesAreAskedToCall() {
        sql("update patient set birth_date = date '2010-12-01' where id = ?", lab.patient); // Sixteen on the first of December 2026.
        assertThat(offered("self_min_age = 16").blocked()).isEqualTo(SelfVisit.Blocked.TOO_YOUNG);
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2026-12-02T09:00"))))).hasMessage("refusal.self_too_young");
        assertThat(offered("self_min_age = 15").isOpen()).isTrue();
    }

    @Test
    void eachKindOfVisitSaysHowFarAheadPatientsBookIt() {
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2027-02-01T09:00"))))).hasMessage("refusal.visit_too_far_ahead");
        sql("update visit_type set self_horizon_days = 90 where code = ?", lab.visitType);
        Booked far = book(lab.patient, at("2027-02-01T09:00"));
        assertThat(far.start()).isEqualTo(at("2027-02-01T09:00"));
        assertThat(desk.patientTimes(lab.visitType, lab.patient()).last()).isEqualTo(LocalDate.ofInstant(SomeDesk.NOW, SomeLab.TORONTO).plusDays(90));
    }

    @Test
    void whoSaysThatTheyComeIsNotAskedAgainUntilTheVisitMoves() {
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        UUID id = mine.appointmentId();
        SelfChange now = desk.patients(door -> door.changeOf(lab.patient, id));
        assertThat(now.asked()).isTrue();
        assertThat(now.coming()).isFalse();
        desk.patients(door -> {
            door.comes(lab.patient, id);
            return null;
        });
        assertThat(desk.patients(door -> door.changeOf(lab.patient, id)).coming()).isTrue();
        assertThat(count("select count(*) from visit_answer where appointment_id = ? and answer = 'CONFIRMED'", id)).isEqualTo(1);
        UUID stranger = lab.patient();
        assertThatThrownBy(() -> desk.patients(door -> {
            door.comes(stranger, id);
            return null;
        })).isInstanceOf(AppointmentNotFound.class);
        desk.patients(door -> door.move(lab.patient, new MoveVisit(id, mine.version(), at("2026-12-04T09:00"), Map.of(), key())));
        assertThat(desk.patients(door -> door.changeOf(lab.patient, id)).coming()).as("said about another time").isFalse();
    }

    @Test
    @DisplayName("T22 somebody else's visit answers like one that is not there, whatever is done with it")
    void somebodyElsesVisitIsNotThere() {
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        UUID stranger = lab.patient();
        UUID id = mine.appointmentId();
        assertThatThrownBy(() -> desk.patients(door -> door.get(stranger, id))).isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> desk.patients(door -> door.move(stranger, new MoveVisit(id, mine.version(), at("2026-12-03T09:00"), Map.of(), key()))))
                .isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> desk.patients(door -> door.cancel(stranger, new CancelVisit(id, mine.version(), CancelReason.PATIENT, key()), true)))
                .isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> desk.patients(door -> door.checkIn(stranger, new StepVisit(id, mine.version(), key())))).isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> desk.holds(door -> door.confirm(stranger, new ChangeHold(id, key())))).isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> desk.patients(door -> door.together(stranger, NewId.next()))).isInstanceOf(AppointmentNotFound.class);
    }

    @Test
    @DisplayName("T19 a move over the November clock change keeps the wall time that was chosen")
    void moveAcrossTheNovemberClockChange() {
        SomeDesk inOctober = new SomeDesk("pat", at("2027-10-20T09:00"));
        Booked held = inOctober.holds(door -> door.hold(one(lab.patient, at("2027-11-05T09:00")))).get(0);
        Booked before = inOctober.holds(door -> door.confirm(lab.patient, new ChangeHold(held.appointmentId(), key()))).get(0);
        Booked after = inOctober.patients(door -> door.move(lab.patient, new MoveVisit(before.appointmentId(), before.version(), at("2027-11-08T09:00"), Map.of(), key())));
        assertThat(LocalDateTime.ofInstant(after.start(), SomeLab.TORONTO)).isEqualTo("2027-11-08T09:00");
        assertThat(Duration.between(before.start(), after.start())).isEqualTo(Duration.ofHours(3 * 24 + 1));
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    void oldTimeIsKeptWhenTheNewOneIsTaken() {
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        book(lab.patient(), at("2026-12-03T09:00"));
        assertThatThrownBy(() -> desk.patients(door -> door.move(lab.patient, new MoveVisit(mine.appointmentId(), mine.version(), at("2026-12-03T09:00"), Map.of(), key()))))
                .isInstanceOf(SlotTaken.class);
        assertThat(desk.patients(door -> door.get(lab.patient, mine.appointmentId())).start()).isEqualTo(at("2026-12-02T09:00"));
    }

    @Test
    void visitThatIsTooCloseIsChangedByPhone() {
        Booked mine = book(lab.patient, at("2026-11-30T16:30"));
        assertThatThrownBy(() -> desk.patients(door -> door.cancel(lab.patient, new CancelVisit(mine.appointmentId(), mine.version(), CancelReason.PATIENT, key()), false)))
                .hasMessage("refusal.self_too_late_to_change");
        assertThat(desk.patients(door -> door.changeOf(lab.patient, mine.appointmentId())).mayChange()).isFalse();
    }

    @Test
    void checkInByPhoneHasItsWindow() {
        sql("update visit_type set check_in_before = 60 where code = ?", lab.visitType);
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        StepVisit here = new StepVisit(mine.appointmentId(), mine.version(), key());
        assertThatThrownBy(() -> desk.patients(door -> door.checkIn(lab.patient, here))).hasMessage("refusal.self_not_the_time");
        SomeDesk onTheDay = new SomeDesk("pat", at("2026-12-02T08:10"));
        assertThat(onTheDay.patients(door -> door.checkIn(lab.patient, here)).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @Test
    void orderedVisitNeedsAnInvitationAndAnImplantNeedsThePhone() {
        sql("update visit_type set patients_may_book = false where code = ?", lab.visitType);
        lab.order(lab.patient, "EMG", null);
        PatientBooking wanted = one(lab.patient, at("2026-12-02T09:00"));
        assertThatThrownBy(() -> desk.holds(door -> door.hold(wanted))).hasMessage("refusal.self_by_phone");
        UUID scanned = lab.patient();
        lab.orderOf(scanned, "MRI", "{\"SAF-Q03\":[\"PACEMAKER\"]}");
        List<SelfVisit> ordered = desk.patients(door -> door.ordered(scanned, true, null));
        assertThat(ordered).extracting(SelfVisit::blocked).containsExactly(SelfVisit.Blocked.IMPLANT);
        assertThatThrownBy(() -> desk.holds(door -> door.hold(booking(scanned, List.of(new PatientBooking.Leg("MRI", at("2026-12-02T09:00"), Map.of())), true))))
                .hasMessage("refusal.self_implant");
    }

    @Test
    void anOrderOnHoldIsNotBookedByItsPatientUntilADoctorSettledIt() {
        UUID held = lab.patient();
        UUID order = lab.orderOf(held, "MRI", "{}");
        sql("update service_request set holds = 'Do you have kidney problems?' where id = ?", order);
        PatientBooking wanted = booking(held, List.of(new PatientBooking.Leg("MRI", at("2026-12-02T09:00"), Map.of())), true);
        List<SelfVisit> before = desk.patients(door -> door.ordered(held, true, null));
        assertThat(before).extracting(SelfVisit::blocked).containsExactly(SelfVisit.Blocked.HOLD);
        assertThatThrownBy(() -> desk.holds(door -> door.hold(wanted))).hasMessage("refusal.self_hold");
        sql("update service_request set hold_settled_by = 'dr.osei', hold_settled_at = now() where id = ?", order);
        List<SelfVisit> after = desk.patients(door -> door.ordered(held, true, null));
        assertThat(after).extracting(SelfVisit::blocked).containsExactly((SelfVisit.Blocked) null);
    }

    @Test
    void patientsBookNeitherTooLateNorTooFarAhead() {
        sql("update visit_type set notice_minutes = 240 where code = ?", lab.visitType);
        SelfTimes times = desk.patients(door -> door.times(new SelfFind(lab.patient, List.of(lab.visitType), VisitNeeds.PLAIN, Wishes.NONE, null, null, null)));
        assertThat(times.first().start()).isEqualTo(at("2026-11-30T11:00"));
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2026-11-30T09:00"))))).hasMessage("refusal.visit_too_soon");
        assertThatThrownBy(() -> desk.holds(door -> door.hold(one(lab.patient, at("2027-01-12T09:00"))))).hasMessage("refusal.visit_too_far_ahead");
        Booked mine = book(lab.patient, at("2027-01-08T09:00"));
        assertThatThrownBy(() -> desk.patients(door -> door.move(lab.patient, new MoveVisit(mine.appointmentId(), mine.version(), at("2027-01-12T09:00"), Map.of(), key()))))
                .hasMessage("refusal.visit_too_far_ahead");
        SelfTimes late = desk.patients(door -> door.times(new SelfFind(lab.patient, List.of(lab.visitType), VisitNeeds.PLAIN, Wishes.NONE, null, LocalDate.of(2027, 1, 7), null)));
        assertThat(late.days().keySet()).last().isEqualTo(LocalDate.of(2027, 1, 10));
        SelfTimes none = desk.patients(door -> door.times(new SelfFind(lab.patient, List.of(lab.visitType), VisitNeeds.PLAIN, Wishes.NONE, null, LocalDate.of(2027, 1, 12), null)));
        assertThat(none.days()).isEmpty();
    }

    @Test
    @DisplayName("T2 a patient who comes second is offered three other times, held and moved alike")
    void whoComesSecondIsOfferedThreeOthers() {
        PatientBookingService open = desk.patientDoor();
        Booked mine = book(lab.patient, at("2026-12-02T09:00"));
        UUID slow = lab.patient();
        assertThatThrownBy(() -> open.hold(one(slow, at("2026-12-02T09:00")))).isInstanceOfSatisfying(SlotTaken.class,
                taken -> assertThat(taken.otherTimes()).hasSize(3).allSatisfy(time -> assertThat(open.hold(one(slow, time.start()))).hasSize(1)));
        Booked theirs = book(slow, at("2026-12-03T09:00"));
        assertThatThrownBy(() -> open.move(slow, new MoveVisit(theirs.appointmentId(), theirs.version(), mine.start(), Map.of(), key())))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.otherTimes()).hasSize(3));
    }

    @Test
    @DisplayName("T29 eight pages of one patient at once hold one time")
    void pagesOfOnePatientWaitForEachOther() throws Exception {
        ExecutorService pages = Executors.newFixedThreadPool(8);
        PatientBookingService open = desk.patientDoor();
        List<Callable<List<Booked>>> all = new ArrayList<>();
        for (int hour = 8; hour < 16; hour++) {
            PatientBooking wanted = one(lab.patient, at("2026-12-02T%02d:00".formatted(hour)));
            all.add(() -> open.hold(wanted));
        }
        for (Future<List<Booked>> held : pages.invokeAll(all)) {
            assertThat(held.get()).hasSize(1);
        }
        pages.shutdown();
        assertThat(count("select count(*) from appointment where patient_id = ? and live", lab.patient)).isEqualTo(1);
    }

    @Test
    @DisplayName("T4 the same page sent twice holds and books once, and answers its order")
    void samePageTwiceHoldsAndBooksOnce() {
        UUID order = lab.order(lab.patient, "EMG", at("2026-12-04T17:00"));
        // No other kind of visit of these tests answers all of them.
        sql("insert into visit_type_test values (?, 'BLOOD'), (?, 'CT')", lab.visitType, lab.visitType);
        List.of("NCS", "BLOOD", "CT").forEach(test -> lab.order(lab.patient, test, null));
        PatientBooking wanted = booking(lab.patient, List.of(new PatientBooking.Leg(lab.visitType, at("2026-12-02T09:00"), lab.everybody())), true);
        UUID held = desk.holds(door -> door.hold(wanted)).get(0).appointmentId();
        List<Booked> heldAgain = desk.holds(door -> door.hold(wanted));
        assertThat(heldAgain).extracting(Booked::appointmentId).containsExactly(held);
        ChangeHold yes = new ChangeHold(held, key());
        List<Booked> booked = desk.holds(door -> door.confirm(lab.patient, yes));
        List<Booked> bookedAgain = desk.holds(door -> door.confirm(lab.patient, yes));
        assertThat(bookedAgain).isEqualTo(booked);
        assertThat(desk.events).filteredOn(AppointmentBooked.class::isInstance).hasSize(1);
        assertThat(count("select count(*) from appointment_request where appointment_id = ? and service_request_id = ? and live", held, order)).isEqualTo(1);
    }

    @Test
    void whatTheDeskBookedAroundAnImplantIsNotMovedAlone() {
        UUID order = lab.orderOf(lab.patient, "MRI", "{\"SAF-Q03\":[\"PACEMAKER\"]}");
        sql("insert into visit_type_test values (?, 'MRI')", lab.visitType);
        Booked scan = new SomeDesk().service.book(new BookVisit(lab.patient, Set.of(order), lab.visitType, at("2026-12-02T09:00"), lab.everybody(), key()));
        assertThatThrownBy(() -> desk.patients(door -> door.move(lab.patient, new MoveVisit(scan.appointmentId(), scan.version(), at("2026-12-03T09:00"), Map.of(), key()))))
                .hasMessage("refusal.self_implant");
        assertThatThrownBy(() -> desk.patients(door -> {
            door.join(lab.patient, scan.appointmentId(), 24);
            return null;
        })).hasMessage("refusal.self_implant");
    }
}
