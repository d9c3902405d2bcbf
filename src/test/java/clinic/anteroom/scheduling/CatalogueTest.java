package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final Instant NINE = at("2026-11-30T09:00");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();

    private static String key() {
        return NewId.next().toString();
    }

    private BookVisit visit(UUID patient, Instant start) {
        return new BookVisit(patient, Set.of(), lab.visitType, start, lab.everybody(), key());
    }

    private static VisitTypes shipped() {
        VisitTypes types = new VisitTypes();
        types.catalogues = new Catalogues();
        types.catalogues.entities = TestDatabase.entities().createEntityManager();
        types.catalogues.shelf = new CatalogueShelf();
        return types;
    }

    @ParameterizedTest
    @CsvSource({"FAMILY_DOCTOR, 20", "NEUROLOGY_FIRST, 40", "NEUROLOGY_FOLLOW_UP, 20", "SPORTS_MEDICINE, 30", "PHYSIATRY, 30",
        "ENDOCRINOLOGY, 30", "EMG, 75", "NCS, 45", "BLOOD_DRAW, 10", "MRI, 45", "CT, 20"})
    void theClinicOffersItsVisits(String code, int minutes) {
        assertThat(shipped().get(code).length().toMinutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"EMG, 1, 2, 1, false, false, 75", "EMG, 1, 4, 2, false, false, 140", "EMG, 1, 1, 1, true, true, 100", "NCS, 1, 3, 1, false, false, 60",
        "MRI, 2, 1, 1, false, false, 65", "BLOOD_DRAW, 1, 1, 1, true, false, 15", "FAMILY_DOCTOR, 1, 1, 1, true, false, 35"})
    void theLengthComesFromTheOrder(String code, int studies, int limbs, int sides, boolean interpreter, boolean mobility, int minutes) {
        assertThat(shipped().get(code, new VisitNeeds(studies, limbs, sides, interpreter, mobility)).length().toMinutes()).isEqualTo(minutes);
    }

    @Test
    void scansArePutQuestionsBeforeAndPatientsBookNoScan() {
        VisitTypes types = shipped();
        assertThat(types.policy("MRI").screened()).isTrue();
        assertThat(types.policy("CT").screened()).isTrue();
        assertThat(types.policy("EMG").screened()).isFalse();
        assertThat(types.policy("MRI").bookers()).containsExactlyInAnyOrder(Booker.DESK, Booker.DOCTOR);
        assertThat(types.policy("FAMILY_DOCTOR").bookers()).contains(Booker.PATIENT);
    }

    private void longerWithAnInterpreter() {
        sql("insert into visit_length_rule values (?, 1, 'INTERPRETER', 0, 15)", lab.visitType);
    }

    @Test
    void aLongerVisitIsFoundBookedAndMovedAtItsLength() {
        longerWithAnInterpreter();
        VisitNeeds needs = new VisitNeeds(1, 1, 1, true, false);
        Offer offer = desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).needing(needs));
        assertThat(offer.visit().phases().get(0).extras()).extracting(VisitType.Extra::factor).containsExactly(VisitNeeds.Factor.INTERPRETER);
        FreeTime first = offer.times().get(0);
        assertThat(first.end()).isEqualTo(at("2026-11-30T09:30"));
        Booked booked = desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, first.start(), first.chosen(), key()).needing(offer.needs()));
        assertThat(booked.end()).isEqualTo(first.end());
        assertThat(booked.needs()).isEqualTo(needs);
        Booked moved = desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-11-30T13:00"), lab.everybody(), key()));
        assertThat(moved.end()).isEqualTo(at("2026-11-30T14:30"));
    }

    @Test
    void twoOrdersOfOneTestAreTwoStudies() {
        sql("insert into visit_length_rule values (?, 1, 'STUDY', 1, 20)", lab.visitType);
        UUID first = lab.order(lab.patient, "EMG", null);
        lab.order(lab.patient, "EMG", null);
        Offer offer = desk.service.find(new FindTimes(first, lab.visitType, null, null, null, null));
        assertThat(offer.needs().studies()).isEqualTo(2);
        assertThat(offer.visit().length().toMinutes()).isEqualTo(95);
    }

    @Test
    void whoMayBookIsThePolicyOfTheVisit() {
        SomeDesk doctor = new SomeDesk("dora", SomeDesk.NOW);
        SomeDesk patient = new SomeDesk("pat", SomeDesk.NOW);
        assertThat(doctor.service.book(visit(lab.patient, NINE)).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThatThrownBy(() -> patient.service.book(visit(lab.patient(), at("2026-12-01T09:00")))).hasMessage("refusal.visit_not_for_you");
        sql("update visit_type set patients_may_book = true, notice_minutes = 240, doctors_may_book = false where code = ?", lab.visitType);
        assertThat(patient.service.book(visit(lab.patient(), at("2026-12-01T09:00"))).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThatThrownBy(() -> patient.service.book(visit(lab.patient(), at("2026-11-30T10:45")))).hasMessage("refusal.visit_too_soon");
        assertThatThrownBy(() -> doctor.service.book(visit(lab.patient(), at("2026-12-02T09:00")))).hasMessage("refusal.visit_not_for_you");
    }

    @Test
    void nothingIsOfferedOrBookedBeyondTheHorizon() {
        sql("update visit_type set horizon_days = 3 where code = ?", lab.visitType);
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient)).times())
                .allMatch(time -> time.start().isBefore(at("2026-12-04T07:00")));
        assertThatThrownBy(() -> desk.service.book(visit(lab.patient, at("2026-12-03T09:00")))).hasMessage("refusal.visit_too_far_ahead");
        assertThatThrownBy(() -> desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).between(MONDAY.plusDays(20), null)))
                .hasMessage("refusal.visit_too_far_ahead");
    }

    @Test
    void aFullDayIsNeitherOfferedNorBooked() {
        sql("update visit_type set daily_cap = 1 where code = ?", lab.visitType);
        Booked booked = desk.service.book(visit(lab.patient, NINE));
        UUID other = lab.patient();
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, other)).times().get(0).start()).isEqualTo(at("2026-12-01T08:00"));
        assertThatThrownBy(() -> desk.service.book(visit(other, at("2026-11-30T13:00")))).hasMessage("refusal.visit_day_full");
        Booked moved = desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-11-30T13:00"), lab.everybody(), key()));
        assertThat(moved.start()).isEqualTo(at("2026-11-30T13:00"));
    }

    @Test
    void manyWhoWantTheLastPlaceOfADayGetOne() throws Exception {
        sql("update visit_type set daily_cap = 2 where code = ?", lab.visitType);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (int hour : new int[] {8, 10, 12, 14}) {
                UUID patient = lab.patient();
                running.add(pool.submit(() -> {
                    try {
                        return desk.service.book(visit(patient, at(String.format("2026-11-30T%02d:00", hour))));
                    } catch (VisitNotPossible full) {
                        return full;
                    }
                }));
            }
            for (Future<Object> result : running) {
                result.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("select count(*) from appointment where visit_type = ? and live", lab.visitType)).isEqualTo(2);
    }

    @Test
    void nobodyIsCheckedInForAScanBeforeTheQuestionsAreClear() {
        sql("update visit_type set screening = 'MRI_SAFETY' where code = ?", lab.visitType);
        Booked booked = desk.service.book(visit(lab.patient, NINE));
        assertThat(booked.screening()).isEqualTo(Screening.DUE);
        Booked arrived = desk.service.step(new StepVisit(booked.appointmentId(), booked.version(), key()), VisitStep.ARRIVE);
        assertThatThrownBy(() -> desk.service.step(new StepVisit(booked.appointmentId(), arrived.version(), key()), VisitStep.CHECK_IN))
                .hasMessage("refusal.step_unscreened");
        Booked clear = desk.service.screen(new StepVisit(booked.appointmentId(), arrived.version(), key()));
        assertThat(clear.screening()).isEqualTo(Screening.CLEAR);
        assertThat(desk.service.step(new StepVisit(booked.appointmentId(), clear.version(), key()), VisitStep.CHECK_IN).status())
                .isEqualTo(AppointmentStatus.CHECKED_IN);
    }

    @Test
    void overbookingNeedsAPolicyAndAReason() {
        sql("insert into overbooking_seat (resource_id, weekday, opens, closes, seats) select r, 1, time '09:00', time '12:00', 1 from unnest(array[?, ?, ?, ?]::uuid[]) r",
                lab.technologist, lab.physician, lab.room, lab.machine);
        desk.service.book(visit(lab.patient, NINE));
        UUID urgent = lab.patient();
        assertThatThrownBy(() -> desk.service.book(visit(urgent, NINE))).isInstanceOf(SlotTaken.class);
        FindTimes question = FindTimes.forPatient(lab.visitType, urgent).between(MONDAY, MONDAY);
        assertThat(desk.service.find(question).times()).extracting(FreeTime::start).doesNotContain(NINE);
        assertThat(desk.service.find(question.overbooking()).times()).extracting(FreeTime::start).contains(NINE);
        Booked booked = desk.service.book(visit(urgent, NINE).overbooking("Asked by Dr. Osei, cannot wait"));
        assertThat(booked.overbookedBecause()).isEqualTo("Asked by Dr. Osei, cannot wait");
        assertThat(count("select count(*) from occupancy where appointment_id = ? and seat = 2", booked.appointmentId())).isEqualTo(6);
        assertThatThrownBy(() -> desk.service.book(visit(lab.patient(), NINE).overbooking("One too many"))).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> sql("update appointment set overbooked_because = null where id = ?; update occupancy set seat = 3 where appointment_id = ? and seat = 2",
                booked.appointmentId(), booked.appointmentId())).hasMessageContaining("nobody said why");
    }

    @Test
    void singleDatesReplaceTheWeeklyHoursAndHolidays() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).between(christmas, christmas)).times()).isEmpty();
        assertThat(new BoardLook(SomeDesk.NOW, SomeLab.TORONTO).day(christmas).closedFor()).containsEntry(christmas, "Christmas Day");
        for (UUID resource : lab.everybody().values()) {
            sql("insert into opening_exception (resource_id, on_date, opens, closes, reason) values (?, date '2026-12-25', time '10:00', time '12:00', 'Emergency service')", resource);
        }
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).between(christmas, christmas)).times().get(0).start())
                .isEqualTo(at("2026-12-25T10:00"));
        sql("insert into opening_exception (resource_id, on_date) values (?, date '2026-11-30'), (?, date '2026-12-01')", lab.physician, lab.physician);
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient)).times().get(0).start()).isEqualTo(at("2026-12-02T08:00"));
    }

    @Test
    void reservedHoursAreForOneKindOfVisit() {
        SomeLab other = new SomeLab();
        sql("insert into reserved_time (resource_id, visit_type, weekday, opens, closes, valid_from) values (?, ?, 1, time '08:00', time '12:00', date '2026-01-01')",
                lab.physician, other.visitType);
        // The physician is needed 45 minutes after the start.
        assertThat(desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient)).times().get(0).start()).isEqualTo(at("2026-11-30T11:15"));
        assertThatThrownBy(() -> desk.service.book(visit(lab.patient, NINE))).hasMessage("refusal.visit_closed");
        sql("update reserved_time set visit_type = ? where resource_id = ?", lab.visitType, lab.physician);
        assertThat(desk.service.book(visit(lab.patient, NINE)).start()).isEqualTo(NINE);
    }
}
