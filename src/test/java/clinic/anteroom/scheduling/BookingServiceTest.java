package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Reason;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingServiceTest {

    private static final Instant NINE = at("2026-11-30T09:00");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();

    private static String key() {
        return NewId.next().toString();
    }

    private BookVisit visit(UUID patient, Instant start, UUID... orders) {
        return new BookVisit(patient, Set.of(orders), lab.visitType, start, lab.everybody(), key());
    }

    private Booked book(Instant start, UUID... orders) {
        return desk.service.book(visit(lab.patient, start, orders));
    }

    private long occupancies(UUID appointment) {
        return count("select count(*) from occupancy where live and appointment_id = ?", appointment);
    }

    @Test
    void whatWasFoundCanBeBooked() {
        UUID emg = lab.order(lab.patient, "EMG", at("2026-12-04T17:00"));
        UUID ncs = lab.order(lab.patient, "NCS", null);
        Offer offer = desk.service.find(new FindTimes(emg, lab.visitType, null, null, null, null));
        FreeTime first = offer.times().get(0);
        assertThat(first.start()).isEqualTo(at("2026-11-30T08:00"));
        assertThat(first.reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.FIRST_OF_ALL, Reason.Kind.IN_TIME);
        assertThat(offer.orders()).extracting(WaitingRequest::id).containsExactly(emg, ncs);

        Booked booked = desk.service.book(new BookVisit(lab.patient, Set.of(emg, ncs), lab.visitType, first.start(), first.chosen(), key()));

        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.end()).isEqualTo(at("2026-11-30T09:15"));
        assertThat(booked.phases()).extracting(Booked.Phase::name).containsExactly("Nerve conduction", "Needle EMG");
        assertThat(booked.phases().get(1).with()).extracting(Booked.With::resourceId)
                .containsExactly(lab.physician, lab.room, lab.machine);
        assertThat(occupancies(booked.appointmentId())).isEqualTo(8);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).doesNotContain(emg, ncs);
        assertThat(desk.audited).contains("CREATE Appointment " + booked.appointmentId());
        assertThat(desk.events).containsExactly(new AppointmentBooked(booked.appointmentId(), lab.patient, first.start()));
        assertThat(desk.service.get(booked.appointmentId())).isEqualTo(booked);
        assertThat(count("select count(*) from appointment where id = ? and zone = 'America/Toronto'"
                + " and wall_start = timestamp '2026-11-30 08:00' and created_by = 'rita'", booked.appointmentId())).isEqualTo(1);
    }

    @Test
    @DisplayName("T7 loser of a race sees other times")
    void whoComesSecondIsShownThreeOtherTimes() {
        book(NINE);
        assertThatThrownBy(() -> desk.service.book(visit(lab.patient(), NINE.plus(Duration.ofMinutes(30)))))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> {
                    assertThat(taken.key()).isEqualTo("refusal.slot_taken");
                    assertThat(taken.otherTimes()).hasSize(3).extracting(FreeTime::start)
                            .allMatch(start -> !start.isBefore(at("2026-11-30T10:30")));
                });
        assertThat(count("select count(*) from appointment where visit_type = ?", lab.visitType)).isEqualTo(1);
    }

    @Test
    void phasesOfTwoPatientsInterleave() {
        UUID otherRoom = lab.room("ROOM_" + lab.mark);
        UUID otherMachine = lab.machine("MACHINE_" + lab.mark);
        book(NINE);
        Map<String, UUID> chosen = new HashMap<>(lab.everybody());
        chosen.put("room", otherRoom);
        chosen.put("machine", otherMachine);
        // The technologist begins with the next patient while the physician holds the needle.
        Booked second = desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, at("2026-11-30T09:45"), chosen, key()));
        assertThat(second.start()).isEqualTo(at("2026-11-30T09:45"));
    }

    @Test
    void onePatientIsNotInTwoVisits() {
        SomeLab elsewhere = new SomeLab();
        book(NINE);
        assertThatThrownBy(() -> desk.service.book(
                new BookVisit(lab.patient, Set.of(), elsewhere.visitType, NINE, elsewhere.everybody(), key())))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    @DisplayName("T4 the same page sent twice books once")
    void theSameKeyBooksOnce() {
        BookVisit command = visit(lab.patient, NINE);
        Booked once = desk.service.book(command);
        Booked twice = desk.service.book(command);
        assertThat(twice).isEqualTo(once);
        assertThat(desk.events).hasSize(1);
        assertThat(desk.audited).filteredOn(row -> row.startsWith("CREATE")).hasSize(1);
        assertThat(desk.service.findByKey(command.key())).contains(once);
        assertThat(desk.service.findByKey(key())).isEmpty();
    }

    @Test
    @DisplayName("T4 the same key with another content is refused")
    void theSameKeyForSomethingElseIsRefused() {
        BookVisit command = visit(lab.patient, NINE);
        desk.service.book(command);
        assertThatThrownBy(() -> desk.service.book(
                new BookVisit(lab.patient, Set.of(), lab.visitType, at("2026-11-30T13:00"), lab.everybody(), command.key())))
                .isInstanceOf(BookingKeyUsed.class);
    }

    @Test
    void aRefusedAttemptLeavesItsKeyUnused() {
        book(NINE);
        BookVisit late = visit(lab.patient(), NINE);
        assertThatThrownBy(() -> desk.service.book(late)).isInstanceOf(SlotTaken.class);
        Booked booked = desk.service.book(new BookVisit(late.patientId(), Set.of(), lab.visitType, at("2026-11-30T11:00"), lab.everybody(), late.key()));
        assertThat(booked.start()).isEqualTo(at("2026-11-30T11:00"));
    }

    @Test
    @DisplayName("T4 a double click books once")
    void tenSendersOfOnePageBookOnce() throws Exception {
        BookVisit command = visit(lab.patient, NINE);
        List<Object> results = together(10, i -> () -> desk.service.book(command));
        assertThat(results).hasOnlyElementsOfType(Booked.class);
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(count("select count(*) from appointment where visit_type = ?", lab.visitType)).isEqualTo(1);
    }

    @Test
    @DisplayName("T1 twenty receptionists, one slot, one winner; nineteen see other times")
    void twentyReceptionistsOneWinner() throws Exception {
        List<UUID> patients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            patients.add(lab.patient());
        }
        List<Object> results = together(20, i -> () -> desk.service.book(
                visit(patients.get(i), NINE.plus(Duration.ofMinutes(5L * (i % 3))))));
        assertThat(results).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(SlotTaken.class::isInstance).hasSize(19)
                .allSatisfy(taken -> assertThat(((SlotTaken) taken).otherTimes()).hasSize(3));
    }

    @Test
    void oneOrderIsBookedOnceEvenByTwoDesks() throws Exception {
        UUID order = lab.order(lab.patient, "EMG", null);
        List<Object> results = together(6, i -> () -> book(NINE.plus(Duration.ofHours(2L * (i % 3))), order));
        assertThat(results).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(BusinessException.class::isInstance).hasSize(5);
        assertThat(count("select count(*) from appointment_request where service_request_id = ?", order)).isEqualTo(1);
    }

    @Test
    void ordersOfOthersOrOfOtherTestsAreRefused() {
        UUID foreign = lab.order(lab.patient(), "EMG", null);
        UUID scan = lab.order(lab.patient, "MRI", null);
        UUID revoked = lab.order(lab.patient, "EMG", null);
        sql("update service_request set status = 'REVOKED' where id = ?", revoked);
        for (UUID order : List.of(foreign, scan, revoked, NewId.next())) {
            assertThatThrownBy(() -> book(NINE, order)).isInstanceOf(OrderNotBookable.class);
        }
        assertThat(count("select count(*) from appointment where visit_type = ?", lab.visitType)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T07:45", "2026-11-30T17:00", "2026-11-30T03:00"})
    void closedHoursAreRefusedWhateverThePageSays(String wall) {
        assertThatThrownBy(() -> book(at(wall)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.key()).isIn("refusal.visit_closed", "refusal.visit_in_the_past"));
    }

    @Test
    void postedPeopleAreNotTrusted() {
        Map<String, UUID> swapped = new HashMap<>(lab.everybody());
        swapped.put("physician", lab.technologist);
        Map<String, UUID> stranger = new HashMap<>(lab.everybody());
        stranger.put("room", new SomeLab().room);
        Map<String, UUID> missing = new HashMap<>(lab.everybody());
        missing.remove("machine");
        Map<String, UUID> extra = new HashMap<>(lab.everybody());
        extra.put("nurse", lab.technologist);
        for (Map<String, UUID> chosen : List.of(swapped, stranger, missing, extra)) {
            assertThatThrownBy(() -> desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, NINE, chosen, key())))
                    .isInstanceOfSatisfying(VisitNotPossible.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.visit_miscast"));
        }
    }

    @Test
    void oddStartsAndUnknownThingsAreRefused() {
        assertThatThrownBy(() -> book(NINE.plusSeconds(61))).hasMessage("refusal.visit_off_the_grid");
        assertThatThrownBy(() -> book(SomeDesk.NOW.minusSeconds(300))).hasMessage("refusal.visit_in_the_past");
        assertThatThrownBy(() -> desk.service.book(visit(NewId.next(), NINE))).hasMessage("refusal.patient_unknown");
        assertThatThrownBy(() -> desk.service.book(new BookVisit(lab.patient, Set.of(), "NOTHING", NINE, Map.of(), key())))
                .hasMessage("refusal.visit_unknown");
        assertThatThrownBy(() -> desk.service.get(NewId.next())).isInstanceOf(AppointmentNotFound.class);
    }

    @Test
    @DisplayName("T22 an unknown id names nothing, and is no visit of somebody else")
    void unknownIdsNameNothing() {
        assertThat(desk.service.find(NewId.next())).isEmpty();
        assertThat(desk.service.isOrder(NewId.next())).isFalse();
        assertThat(desk.service.isOrder(lab.order(lab.patient, "EMG", null))).isTrue();
        assertThat(desk.service.find(book(NINE).appointmentId())).isPresent();
    }

    @Test
    void cancelledVisitFreesItsSlot() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked booked = book(NINE, order);
        CancelVisit command = new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key());
        Booked cancelled = desk.service.cancel(command);
        assertThat(cancelled.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(desk.service.cancel(command)).isEqualTo(cancelled);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).contains(order);
        assertThat(desk.service.book(visit(lab.patient(), NINE)).start()).isEqualTo(NINE);
        assertThat(desk.events).contains(new AppointmentCancelled(booked.appointmentId(), lab.patient, CancelReason.PATIENT));
    }

    @Test
    void aVisitThatWasCalledOffCannotBeMoved() {
        Booked booked = book(NINE);
        Booked cancelled = desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.OTHER, key()));
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), cancelled.version(),
                at("2026-11-30T13:00"), lab.everybody(), key()))).isInstanceOf(AppointmentNotAhead.class);
    }

    @Test
    @DisplayName("T6 a move is one visit before and one after, also onto its own time")
    void aVisitMovesByAQuarter() {
        UUID order = lab.order(lab.patient, "EMG", null);
        Booked booked = book(NINE, order);
        Instant later = NINE.plus(Duration.ofMinutes(15));
        MoveVisit command = new MoveVisit(booked.appointmentId(), booked.version(), later, lab.everybody(), key());
        Booked moved = desk.service.move(command);
        assertThat(moved.appointmentId()).isEqualTo(booked.appointmentId());
        assertThat(moved.start()).isEqualTo(later);
        assertThat(moved.version()).isGreaterThan(booked.version());
        assertThat(occupancies(booked.appointmentId())).isEqualTo(8);
        assertThat(desk.service.move(command)).isEqualTo(moved);
        assertThat(desk.service.waiting()).extracting(WaitingRequest::id).doesNotContain(order);
    }

    @Test
    @DisplayName("T6 a move that fails keeps the old time")
    void aMoveOntoATakenTimeChangesNothing() {
        Booked booked = book(NINE);
        desk.service.book(visit(lab.patient(), at("2026-11-30T13:00")));
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-11-30T13:15"),
                lab.everybody(), key())))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.otherTimes()).hasSize(3));
        assertThat(desk.service.get(booked.appointmentId())).isEqualTo(booked);
    }

    @Test
    void aSecondEditorIsTold() {
        Booked booked = book(NINE);
        desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-11-30T10:00"), lab.everybody(), key()));
        assertThatThrownBy(() -> desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.OTHER, key())))
                .isInstanceOf(AppointmentChanged.class);
    }

    @Test
    @DisplayName("40P01 is tried again: moves that swap places never end in an error page")
    void movesThatCrossEachOther() throws Exception {
        Booked one = book(NINE);
        Booked two = desk.service.book(visit(lab.patient(), at("2026-11-30T13:00")));
        List<Object> results = together(2, i -> () -> {
            Booked mine = i == 0 ? one : two;
            Booked other = i == 0 ? two : one;
            return desk.service.move(new MoveVisit(mine.appointmentId(), mine.version(), other.start(), lab.everybody(), key()));
        });
        assertThat(results).allMatch(result -> result instanceof Booked || result instanceof SlotTaken);
        assertThat(occupancies(one.appointmentId()) + occupancies(two.appointmentId())).isEqualTo(16);
    }

    @Test
    void absencesAndClosuresAreKept() {
        sql("insert into absence (resource_id, during) values (?, tstzrange('2026-11-30T13:00Z', '2026-12-02T17:00Z'))", lab.physician);
        Offer offer = desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient));
        // The physician is back on Wednesday at 12:00; the technologist may begin 45 minutes before.
        assertThat(offer.times().get(0).start()).isEqualTo(at("2026-12-02T11:15"));
        assertThat(offer.whyNotEarlier().binding()).isEqualTo("physician");
    }

    @Test
    void datesAndPeopleCanBeAskedFor() {
        UUID other = lab.person("Petra", "DOC_" + lab.mark);
        Offer offer = desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient)
                .between(MONDAY.plusDays(3), MONDAY.plusDays(4)).with(other));
        assertThat(offer.times()).isNotEmpty().allSatisfy(time -> {
            assertThat(time.chosen()).containsEntry("physician", other);
            assertThat(time.start()).isBetween(at("2026-12-03T00:00"), at("2026-12-05T00:00"));
        });
        assertThatThrownBy(() -> desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).between(MONDAY.plusDays(3), MONDAY)))
                .hasMessage("refusal.dates_swapped");
    }

    @Test
    void somebodyThePatientKnowsComesFirst() {
        book(NINE);
        UUID other = lab.person("Aaron", "DOC_" + lab.mark);
        Offer offer = desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient));
        FreeTime sameDay = offer.times().stream().filter(time -> time.start().isAfter(NINE)).findFirst().orElseThrow();
        assertThat(sameDay.chosen()).containsEntry("physician", lab.physician).doesNotContainValue(other);
        assertThat(sameDay.reasons()).extracting(Reason::kind).contains(Reason.Kind.KNOWN_PERSON, Reason.Kind.HERE_THAT_DAY);
    }

    @Test
    void theWorkListIsSortedByTimeLeft() {
        UUID none = lab.order(lab.patient, "EMG", null);
        UUID late = lab.order(lab.patient, "EMG", at("2026-12-20T09:00"));
        UUID soon = lab.order(lab.patient, "EMG", at("2026-12-01T09:00"));
        List<WaitingRequest> mine = desk.service.waiting().stream().filter(request -> request.patientId().equals(lab.patient)).toList();
        assertThat(mine).extracting(WaitingRequest::id).containsExactly(soon, late, none);
        assertThat(mine.get(0).timeLeft(SomeDesk.NOW)).isEqualTo(Duration.ofHours(26));
        assertThat(mine.get(2).timeLeft(SomeDesk.NOW)).isNull();
        assertThat(desk.audited).contains("VIEW ServiceRequest " + soon);
    }

    @Test
    void theBoardHasPeopleRoomsAndMachinesAsColumns() {
        Booked booked = book(NINE);
        Board board = new BoardLook(SomeDesk.NOW, SomeLab.TORONTO).day(MONDAY);
        List<Board.Bar> bars = board.bars().stream().filter(bar -> bar.visitId().equals(booked.appointmentId())).toList();
        assertThat(bars).hasSize(6);
        Board.Bar room = bars.stream().filter(bar -> bar.resourceId().equals(lab.room) && bar.ordinal() == 2).findFirst().orElseThrow();
        assertThat(room.phase()).isEqualTo(new TimeRange(at("2026-11-30T09:45"), at("2026-11-30T10:15")));
        assertThat(room.taken()).isEqualTo(new TimeRange(at("2026-11-30T09:45"), at("2026-11-30T10:25")));
        assertThat(board.visits().get(booked.appointmentId()).familyName()).isEqualTo(lab.mark);
        assertThat(board.columns()).filteredOn(column -> column.id().equals(lab.physician)).singleElement()
                .satisfies(column -> assertThat(column.open()).containsExactly(
                        new TimeRange(at("2026-11-30T08:00"), at("2026-11-30T18:00"))));
        assertThat(board.columns()).noneMatch(column -> column.id().equals(lab.patient));
    }

    private interface Attempt {
        Callable<Object> of(int index);
    }

    /** What each of the attempts, begun at one moment, brought: a result or a refusal. */
    private static List<Object> together(int rivals, Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(rivals);
        CyclicBarrier start = new CyclicBarrier(rivals);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < rivals; i++) {
                Callable<Object> work = attempt.of(i);
                running.add(pool.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (BusinessException refusal) {
                        return refusal;
                    }
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
