package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitListTest {

    private static final Instant FREED = at("2026-12-02T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final Booked early = book(FREED);

    private static String key() {
        return NewId.next().toString();
    }

    private Booked book(Instant start) {
        return desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, start, lab.everybody(), key()));
    }

    private Booked waiting(String wall, int lead, boolean urgent) {
        Booked visit = book(at(wall));
        join(desk, visit, lead, urgent);
        return visit;
    }

    private static void join(SomeDesk at, Booked visit, int lead, boolean urgent) {
        at.waitList(list -> {
            list.join(new WaitFor(visit.appointmentId(), lead, urgent));
            return null;
        });
    }

    private List<EarlierOffer> offers() {
        return desk.events.stream().filter(EarlierOfferMade.class::isInstance).map(event -> ((EarlierOfferMade) event).offer()).toList();
    }

    private static Optional<Instant> look(SomeDesk at, String secret) {
        return at.waitList(list -> list.look(secret));
    }

    private void callOff(Booked visit) {
        desk.service.cancel(new CancelVisit(visit.appointmentId(), visit.version(), CancelReason.PATIENT, key()));
    }

    @Test
    void aFreedTimeIsToldUrgentFirstThenTheLongestWaiting() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        Booked second = waiting("2026-12-08T09:00", 24, false);
        waiting("2026-12-09T09:00", 24, false);
        Booked urgent = waiting("2026-12-10T09:00", 24, true);
        callOff(early);
        assertThat(offers()).extracting(EarlierOffer::appointmentId).startsWith(urgent.appointmentId(), first.appointmentId(), second.appointmentId()).hasSize(3);
        assertThat(offers()).extracting(EarlierOffer::start).containsOnly(FREED);
        assertThat(desk.service.get(first.appointmentId()).start()).isEqualTo(at("2026-12-07T09:00"));
    }

    @Test
    void theFirstWhoUsesTheLinkMovesAndTheOthersStay() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        Booked second = waiting("2026-12-08T09:00", 24, false);
        callOff(early);
        List<EarlierOffer> told = offers();
        assertThat(look(desk, told.get(1).secret())).contains(FREED);
        Booked moved = desk.waitList(list -> list.take(told.get(1).secret()));
        assertThat(moved.appointmentId()).isEqualTo(second.appointmentId());
        assertThat(moved.start()).isEqualTo(FREED);
        assertThatThrownBy(() -> desk.waitList(list -> list.take(told.get(0).secret()))).isInstanceOf(OfferGone.class);
        assertThatThrownBy(() -> desk.waitList(list -> list.take(told.get(1).secret()))).isInstanceOf(OfferGone.class);
        assertThat(look(desk, told.get(0).secret())).isEmpty();
        assertThat(desk.service.get(first.appointmentId())).isEqualTo(first);
        assertThat(count("select count(*) from wait_list_entry where appointment_id = ? and status = 'SERVED'", second.appointmentId())).isEqualTo(1);
    }

    @Test
    @DisplayName("T1 everybody uses the link at once: one moves")
    void allLinksAtOnceMoveOne() throws Exception {
        waiting("2026-12-07T09:00", 24, false);
        waiting("2026-12-08T09:00", 24, false);
        waiting("2026-12-09T09:00", 24, false);
        callOff(early);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        int moved = 0;
        try {
            List<Callable<Object>> all = new ArrayList<>();
            offers().forEach(offer -> all.add(() -> desk.waitList(list -> list.take(offer.secret()))));
            for (Future<Object> result : pool.invokeAll(all)) {
                try {
                    result.get();
                    moved++;
                } catch (ExecutionException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(moved).isEqualTo(1);
        assertThat(count("select count(*) from appointment where visit_type = ? and live and starts_at = cast(? as timestamptz)", lab.visitType, FREED.toString())).isEqualTo(1);
    }

    @Test
    void whoNeedsLongerToPrepareOrIsTakenIsNotTold() {
        waiting("2026-12-07T09:00", 72, false);
        Booked busy = waiting("2026-12-08T09:00", 24, false);
        SomeLab elsewhere = new SomeLab();
        desk.service.book(new BookVisit(busy.patientId(), Set.of(), elsewhere.visitType, FREED, elsewhere.everybody(), key()));
        waiting("2026-12-01T09:00", 0, false);
        callOff(early);
        assertThat(offers()).isEmpty();
    }

    @Test
    void theNextOnesAreToldWhenTheFirstThought() {
        for (int day = 7; day < 12; day++) {
            waiting("2026-12-%02dT09:00".formatted(day), 24, false);
        }
        callOff(early);
        assertThat(offers()).hasSize(3);
        desk.quarterOfAnHourLater();
        assertThat(offers()).hasSize(3);
        SomeDesk later = new SomeDesk("rita", SomeDesk.NOW.plus(Duration.ofHours(2)));
        later.quarterOfAnHourLater();
        assertThat(later.events).hasSize(2);
        assertThatThrownBy(() -> later.waitList(list -> list.take(offers().get(0).secret()))).isInstanceOf(OfferGone.class);
        EarlierOffer next = ((EarlierOfferMade) later.events.get(0)).offer();
        assertThat(later.waitList(list -> list.take(next.secret())).start()).isEqualTo(FREED);
    }

    @Test
    void aTimeThatWasBookedMeanwhileIsGoneAndTheVisitStays() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        callOff(early);
        book(FREED);
        assertThatThrownBy(() -> desk.waitList(list -> list.take(offers().get(0).secret()))).isInstanceOf(OfferGone.class);
        assertThat(desk.service.get(first.appointmentId())).isEqualTo(first);
    }

    @Test
    void onTheDayItselfNobodyWaitsAnyMore() {
        Booked first = waiting("2026-12-02T13:00", 0, false);
        SomeDesk thatDay = new SomeDesk("rita", at("2026-12-02T07:00"));
        List<EarlierOffer> told = thatDay.waitList(list -> list.tellNext(lab.visitType, at("2026-12-02T11:00")));
        assertThat(told).isEmpty();
        assertThat(count("select count(*) from wait_list_entry where appointment_id = ? and status = 'LEFT'", first.appointmentId())).isEqualTo(1);
    }

    @Test
    void aTimeFreedByAMoveIsToldToo() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        desk.service.move(new MoveVisit(early.appointmentId(), early.version(), at("2026-12-02T14:00"), lab.everybody(), key()));
        assertThat(offers()).extracting(EarlierOffer::appointmentId, EarlierOffer::start)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first.appointmentId(), FREED));
        desk.waitList(list -> list.take(offers().get(0).secret()));
        assertThat(desk.service.get(first.appointmentId()).start()).isEqualTo(FREED);
    }

    @Test
    void whatIsLeftOfAMissedVisitIsToldToWhoCanComeAtOnce() {
        Booked ready = waiting("2026-12-07T09:00", 0, false);
        waiting("2026-12-08T09:00", 24, false);
        SomeDesk thatDay = new SomeDesk("rita", FREED.plus(Duration.ofMinutes(20)));
        thatDay.service.step(new StepVisit(early.appointmentId(), early.version(), key()), VisitStep.MISS);
        assertThat(thatDay.events).filteredOn(EarlierOfferMade.class::isInstance).extracting(event -> ((EarlierOfferMade) event).offer().appointmentId())
                .containsExactly(ready.appointmentId());
        assertThat(((EarlierOfferMade) thatDay.events.stream().filter(EarlierOfferMade.class::isInstance).findFirst().orElseThrow()).offer().start())
                .isEqualTo(FREED.plus(Duration.ofMinutes(60)));
    }

    @Test
    void whoWaitsForOnePersonIsToldOnlyOfTimesWithThem() {
        UUID other = lab.person("Paula", "DOC_" + lab.mark);
        Booked first = waiting("2026-12-07T09:00", 24, false);
        desk.waitList(list -> {
            list.join(new WaitFor(first.appointmentId(), 24, false, other));
            return null;
        });
        SomeLab.isAway(other, FREED);
        callOff(early);
        assertThat(offers()).isEmpty();
    }

    @Test
    void secretsAreKeptAsHashesOnlyAndWrongOnesFindNothing() {
        waiting("2026-12-07T09:00", 24, false);
        callOff(early);
        String secret = offers().get(0).secret();
        assertThat(secret).matches("[0-9a-f]{32}");
        assertThat(count("select count(*) from wait_list_offer where key_hash = ?", secret)).isZero();
        assertThat(look(desk, "0".repeat(32))).isEmpty();
    }

    @Test
    void whoLeavesTheListIsNotToldAndHoldsDoNotJoin() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        desk.waitList(list -> {
            list.leave(first.appointmentId());
            return null;
        });
        callOff(early);
        assertThat(offers()).isEmpty();
        UUID patient = lab.patient();
        Booked held = desk.service.hold(new HoldVisit(new BookVisit(patient, Set.of(), lab.visitType, at("2026-12-09T09:00"), lab.everybody(), key())));
        assertThatThrownBy(() -> join(desk, held, 24, false)).isInstanceOf(AppointmentNotAhead.class);
    }

    @Test
    void whoseOtherLegWouldComeTooLateIsNotToldOfThatTime() {
        SomeLab blood = new SomeLab();
        UUID patient = lab.patient();
        List<Booked> legs = desk.service.bookTogether(new BookTogether(BookTogether.Kind.LEGS, List.of(
                new BookVisit(patient, Set.of(), blood.visitType, at("2026-12-03T09:00"), blood.everybody(), key()),
                new BookVisit(patient, Set.of(), lab.visitType, at("2026-12-08T09:00"), lab.everybody(), key())), key()));
        join(desk, legs.get(1), 24, false);
        Booked afterBlood = book(at("2026-12-04T09:00"));
        callOff(early);
        assertThat(offers()).as("on the 2nd there is no blood value yet").isEmpty();
        callOff(afterBlood);
        assertThat(offers()).extracting(EarlierOffer::appointmentId).containsExactly(legs.get(1).appointmentId());
        assertThat(desk.waitList(list -> list.take(offers().get(0).secret())).start()).isEqualTo(at("2026-12-04T09:00"));
    }

    @Test
    void thoseWhoCannotComeDoNotStandBeforeWhoCan() {
        for (int i = 0; i < 12; i++) {
            Booked busy = waiting("2026-12-%02dT%02d:00".formatted(7 + i % 4, 9 + 2 * (i / 4)), 0, true);
            SomeLab elsewhere = new SomeLab();
            desk.service.book(new BookVisit(busy.patientId(), Set.of(), elsewhere.visitType, FREED, elsewhere.everybody(), key()));
        }
        Booked free = waiting("2026-12-14T09:00", 0, false);
        callOff(early);
        assertThat(offers()).extracting(EarlierOffer::appointmentId).containsExactly(free.appointmentId());
    }

    private SomeDesk asking() {
        SomeDesk asking = new SomeDesk();
        asking.deskTells = "ask";
        return asking;
    }

    private List<FreedTime> freed(SomeDesk at) {
        return at.waitList(WaitListService::freed).stream().filter(one -> one.visitType().equals(lab.visitType)).toList();
    }

    private static List<EarlierOffer> tellFreed(SomeDesk at, FreedTime task) {
        return at.waitList(list -> list.tellFreed(task.id()));
    }

    private List<EarlierOffer> tellNext(SomeDesk at) {
        return at.waitList(list -> list.tellNext(lab.visitType, FREED));
    }

    @Test
    @DisplayName("a time that the desk frees is one task with who could have it in order; who is told is said by the desk, once")
    void whatTheDeskFreesIsAskedAbout() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        waiting("2026-12-08T09:00", 72, false);
        Booked urgent = waiting("2026-12-10T09:00", 24, true);
        SomeDesk asking = asking();
        asking.service.cancel(new CancelVisit(early.appointmentId(), early.version(), CancelReason.PATIENT, key()));
        assertThat(asking.events).noneMatch(EarlierOfferMade.class::isInstance);
        FreedTime task = freed(asking).get(0);
        assertThat(freed(asking)).hasSize(1);
        assertThat(task.start()).isEqualTo(FREED);
        assertThat(task.matches()).extracting(FreedTime.Match::appointmentId).containsExactly(urgent.appointmentId(), first.appointmentId());

        assertThat(tellFreed(asking, task)).extracting(EarlierOffer::appointmentId).containsExactly(urgent.appointmentId(), first.appointmentId());
        assertThat(freed(asking)).isEmpty();
        assertThat(tellFreed(asking, task)).as("somebody else pressed it, too").isEmpty();
        assertThat(SomeLab.text("select settled_by || ' ' || settled_how from freed_time where id = ?", task.id())).isEqualTo("rita TOLD");
    }

    @Test
    void whatNobodyCouldHaveOrIsTakenUpAgainIsNoTask() {
        SomeDesk asking = asking();
        Booked gone = asking.service.cancel(new CancelVisit(early.appointmentId(), early.version(), CancelReason.PATIENT, key()));
        assertThat(freed(asking)).as("nobody waits").isEmpty();
        Booked again = asking.service.reinstate(new StepVisit(gone.appointmentId(), gone.version(), key()));
        waiting("2026-12-07T09:00", 24, false);
        Booked off = asking.service.cancel(new CancelVisit(again.appointmentId(), again.version(), CancelReason.PATIENT, key()));
        assertThat(freed(asking)).hasSize(1);
        asking.service.reinstate(new StepVisit(off.appointmentId(), off.version(), key()));
        assertThat(freed(asking)).as("it has its time again").isEmpty();
    }

    @Test
    @DisplayName("what a patient calls off is told at once, also where the desk is asked about its own")
    void whatAPatientFreesIsToldAtOnce() {
        Booked first = waiting("2026-12-07T09:00", 24, false);
        SomeDesk door = new SomeDesk("pat", SomeDesk.NOW);
        door.deskTells = "ask";
        door.patients(self -> self.cancel(early.patientId(), new CancelVisit(early.appointmentId(), early.version(), CancelReason.PATIENT, key()), false));
        assertThat(door.events).filteredOn(EarlierOfferMade.class::isInstance).extracting(event -> ((EarlierOfferMade) event).offer().appointmentId())
                .containsExactly(first.appointmentId());
        assertThat(freed(door)).isEmpty();
    }

    @Test
    @DisplayName("nobody is told twice of one time: not who waits with two visits, nor when two visits of one kind and time are called off at once")
    void nobodyIsToldTwice() throws Exception {
        Booked other = beside(FREED);
        List<UUID> patients = new ArrayList<>();
        for (int day = 7; day < 10; day++) {
            Booked visit = waiting("2026-12-%02dT09:00".formatted(day), 24, false);
            patients.add(visit.patientId());
            Booked second = desk.service.book(new BookVisit(visit.patientId(), Set.of(), lab.visitType, at("2026-12-%02dT13:00".formatted(day)), lab.everybody(), key()));
            join(desk, second, 24, false);
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> done : pool.invokeAll(List.<Callable<Object>>of(() -> cancelled(early), () -> cancelled(other)))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(offers()).extracting(EarlierOffer::patientId).containsExactlyInAnyOrderElementsOf(patients);
    }

    private Object cancelled(Booked visit) {
        return desk.service.cancel(new CancelVisit(visit.appointmentId(), visit.version(), CancelReason.PATIENT, key()));
    }

    /** A second visit of the same kind and time, with other people and things. */
    private Booked beside(Instant start) {
        java.util.Map<String, UUID> others = new java.util.HashMap<>();
        others.put("technologist", lab.person("Tilda", "TECH_" + lab.mark));
        others.put("physician", lab.person("Paula", "DOC_" + lab.mark));
        others.put("room", lab.room("ROOM_" + lab.mark));
        others.put("machine", lab.machine("MACHINE_" + lab.mark));
        return desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, start, others, key()));
    }

    @Test
    @DisplayName("of two times that were freed at once two who were told move; the third finds them gone")
    void whoTakesOneOfTwoTimesLeavesTheOther() {
        Booked other = beside(FREED);
        for (int day = 7; day < 10; day++) {
            waiting("2026-12-%02dT09:00".formatted(day), 24, false);
        }
        callOff(early);
        callOff(other);
        List<EarlierOffer> told = offers();
        assertThat(told).hasSize(3);
        desk.waitList(list -> list.take(told.get(0).secret()));
        assertThat(desk.waitList(list -> list.take(told.get(1).secret())).start()).isEqualTo(FREED);
        assertThatThrownBy(() -> desk.waitList(list -> list.take(told.get(2).secret()))).isInstanceOf(OfferGone.class);
    }

    @Test
    void nobodyIsToldOfATimeInAQuarterOfAnHour() {
        Booked ready = waiting("2026-12-07T09:00", 0, false);
        SomeDesk near = new SomeDesk("rita", FREED.minus(Duration.ofMinutes(15)));
        assertThat(tellNext(near)).isEmpty();
        SomeDesk before = new SomeDesk("rita", FREED.minus(Duration.ofMinutes(30)));
        callOffQuietly();
        assertThat(tellNext(before)).extracting(EarlierOffer::appointmentId).containsExactly(ready.appointmentId());
    }

    private void callOffQuietly() {
        asking().service.cancel(new CancelVisit(early.appointmentId(), early.version(), CancelReason.PATIENT, key()));
    }
}
