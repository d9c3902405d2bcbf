package clinic.anteroom.scheduling.desk;

import static clinic.anteroom.scheduling.desk.SomeFrontDesk.TORONTO;
import static clinic.anteroom.scheduling.desk.SomeFrontDesk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import clinic.anteroom.testing.ByHand;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hours with an order and no times: who stands where, how many, and that nobody is booked into them. Now is Monday 2026-11-30, 07:00. */
class DayListTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

    private final SomeFrontDesk desk = new SomeFrontDesk();
    private final ByHand house = house("desk");

    private static ByHand house(String who) {
        return new ByHand(new ClinicTime(Clock.fixed(at("2026-11-30T07:00"), ZoneOffset.UTC), TORONTO)).signedIn(who, Roles.RECEPTIONIST);
    }

    private UUID open(int most) {
        return house.transaction(() -> house.get(DayListService.class).open(new OpenDayList(desk.doctor, TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), " Urgent care ", most)));
    }

    private UUID patient(String given) {
        return desk.patient(given, desk.mark, "1960-01-01", "+1 416 555 0101");
    }

    private UUID add(UUID list, UUID patient, boolean first) {
        work(lists -> lists.add(list, patient, " a cut ", first));
        return list(list).entries().stream().filter(one -> one.patientId().equals(patient)).reduce((one, last) -> last).orElseThrow().id();
    }

    private void work(Consumer<DayListService> work) {
        house.transaction(() -> {
            work.accept(house.get(DayListService.class));
            return null;
        });
    }

    private DayList list(UUID id) {
        return house.transaction(() -> house.get(DayListService.class).on(TUESDAY)).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> order(UUID id) {
        return list(id).entries().stream().map(one -> one.name().split(" ")[0] + " " + one.state()).toList();
    }

    private List<String> refused(Consumer<DayListService> work) {
        try {
            work(work);
            return List.of();
        } catch (FieldsRefused e) {
            return e.fields().stream().map((FieldRefused fault) -> fault.field() + " " + fault.key()).toList();
        }
    }

    @Test
    void peopleStandInTheOrderInWhichTheyAreSeen() {
        UUID list = open(9);
        UUID anna = add(list, patient("Anna"), false);
        UUID bert = add(list, patient("Bert"), false);
        UUID cleo = add(list, patient("Cleo"), true);
        assertThat(order(list)).containsExactly("Cleo WAITING", "Anna WAITING", "Bert WAITING");
        assertThat(list(list)).satisfies(one -> {
            assertThat(one.name()).isEqualTo("Urgent care");
            assertThat(one.entries().get(0).words()).isEqualTo("a cut");
            assertThat(one.taken()).isEqualTo(3);
        });
        work(lists -> lists.move(bert, true));
        work(lists -> lists.move(cleo, false));
        assertThat(order(list)).containsExactly("Bert WAITING", "Cleo WAITING", "Anna WAITING");
        work(lists -> lists.move(bert, true));
        work(lists -> lists.move(anna, false));
        assertThat(order(list)).as("the first and the last stay").containsExactly("Bert WAITING", "Cleo WAITING", "Anna WAITING");
        work(lists -> lists.step(cleo, ListState.IN));
        work(lists -> lists.move(anna, true));
        assertThat(order(list)).as("who is in is passed over").containsExactly("Anna WAITING", "Cleo IN", "Bert WAITING");
    }

    @Test
    void eachStepLeadsWhereItMay() {
        UUID list = open(9);
        UUID anna = add(list, patient("Anna"), false);
        work(lists -> lists.step(anna, ListState.IN));
        work(lists -> lists.step(anna, ListState.IN));
        work(lists -> lists.step(anna, ListState.DONE));
        work(lists -> lists.step(anna, ListState.LEFT));
        assertThat(order(list)).as("who was seen has not left unseen").containsExactly("Anna DONE");
        work(lists -> lists.step(anna, ListState.WAITING));
        assertThat(order(list)).containsExactly("Anna WAITING");
        assertThatThrownBy(() -> work(lists -> lists.step(UUID.randomUUID(), ListState.IN))).isInstanceOf(DayListGone.class);
        assertThatThrownBy(() -> work(lists -> lists.add(UUID.randomUUID(), desk.doctor, null, false))).isInstanceOf(DayListGone.class);
        assertThatThrownBy(() -> work(lists -> lists.add(null, desk.doctor, null, false))).isInstanceOf(DayListGone.class);
    }

    @Test
    void aListTakesSoManyAndEverybodyOnce() {
        UUID list = open(2);
        UUID patient = patient("Anna");
        UUID anna = add(list, patient, false);
        assertThat(refused(lists -> lists.add(list, patient, null, false))).containsExactly("words refusal.list_on_it");
        add(list, patient("Bert"), false);
        assertThat(refused(lists -> lists.add(list, patient("Cleo"), null, false))).containsExactly("words refusal.list_full");
        work(lists -> lists.step(anna, ListState.LEFT));
        add(list, patient("Cleo"), false);
        assertThat(refused(lists -> lists.step(anna, ListState.WAITING))).containsExactly("list refusal.list_full");
        assertThat(list(list).isFull()).isTrue();
        assertThatThrownBy(() -> desk.sql("insert into day_list_entry (id, list_id, patient_id, place, since, added_at, added_by) values (?, ?, ?, 50, now(), now(), 'nobody')",
                UUID.randomUUID(), list, patient("Dora"))).as("whichever door asks").hasStackTraceContaining("takes 2");
    }

    @Test
    @DisplayName("T2 ten put somebody on the last place of a list at once: one does, nine are told that it is full")
    void theLastPlaceGoesOnce() throws Exception {
        UUID list = open(1);
        List<UUID> patients = IntStream.range(0, 10).mapToObj(n -> patient("Anna" + n)).toList();
        List<CompletableFuture<Void>> all = patients.stream().map(patient -> CompletableFuture.runAsync(() -> {
            ByHand own = house("desk");
            own.transaction(() -> {
                own.get(DayListService.class).add(list, patient, null, false);
                return null;
            });
        })).toList();
        int refused = 0;
        for (CompletableFuture<Void> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(DayListRefused.class);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(9);
        assertThat(list(list).entries()).hasSize(1);
    }

    @Test
    @DisplayName("T1 nobody is booked into the hours of a list, by the database itself; given back they can be booked")
    void theDatabaseKeepsBookingsOut() {
        UUID list = open(5);
        assertThatThrownBy(() -> desk.visit(patient("Anna"), "2026-12-01T09:20")).hasStackTraceContaining("away at this time");
        assertThat(refused(lists -> lists.open(new OpenDayList(desk.doctor, TUESDAY, LocalTime.of(10, 30), LocalTime.of(12, 0), "Second", 5)))).containsExactly("opens refusal.list_twice");
        work(lists -> lists.close(list));
        assertThat(desk.visit(patient("Anna"), "2026-12-01T09:20")).isNotNull();
        UUID again = open(5);
        UUID bert = add(again, patient("Bert"), false);
        work(lists -> lists.step(bert, ListState.LEFT));
        assertThat(refused(lists -> lists.close(again))).as("who left stood on it").containsExactly("list refusal.list_in_use");
    }

    @Test
    void theDesksBlocksAreShownAndOpenedAgain() {
        UUID list = open(5);
        house.transaction(() -> {
            PaperService papers = house.get(PaperService.class);
            papers.block(new BlockTime(List.of(desk.doctor), new clinic.anteroom.shared.TimeRange(at("2026-12-02T09:00"), at("2026-12-02T10:00")), null, "Fire drill"));
            assertThat(papers.blocked(desk.doctor)).extracting(BlockedTime::reason).containsExactly("Urgent care", "Fire drill");
            papers.unblock(papers.blocked(desk.doctor).get(1).id());
            papers.unblock(list);
            assertThat(papers.blocked(desk.doctor)).isEmpty();
            return null;
        });
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        assertThat(refused(lists -> lists.open(new OpenDayList(null, TUESDAY, null, null, " ", 0))))
                .containsExactly("person refusal.list_person", "name refusal.list_name", "most refusal.list_most", "opens refusal.list_from", "closes refusal.list_to");
        assertThat(refused(lists -> lists.open(new OpenDayList(desk.doctor, TUESDAY, LocalTime.NOON, LocalTime.of(9, 0), "A", 61)))).containsExactly("most refusal.list_most", "closes refusal.list_to");
        assertThat(refused(lists -> lists.open(new OpenDayList(desk.doctor, LocalDate.of(2026, 11, 30), LocalTime.of(5, 0), LocalTime.of(6, 0), "A", 6)))).containsExactly("closes refusal.list_past");
    }

    @Test
    @DisplayName("T39 a patient who is locked for the reader is not on the list, and takes a place all the same")
    void aLockedPatientTakesAPlaceAndIsNotNamed() {
        UUID list = open(2);
        UUID patient = patient("Anna");
        add(list, patient, false);
        desk.sql("insert into consent_lock (id, patient_id, against, whom, wording, written_by, written_at) values (?, ?, 'PERSON', 'desk', 'Not this desk', 'officer', now())", UUID.randomUUID(), patient);
        desk.sql("do $$ begin create role list_reader; exception when duplicate_object then null; end $$");
        desk.sql("grant select, insert, update, delete on all tables in schema public to list_reader");
        desk.sql("grant usage on all sequences in schema public to list_reader");
        DayList seen = house.transaction(() -> {
            DayListService service = house.get(DayListService.class);
            service.lists.entities.createNativeQuery("set local role list_reader").executeUpdate();
            service.audit.introduce();
            service.add(list, patient("Bert"), null, true);
            return service.on(TUESDAY).stream().filter(one -> one.id().equals(list)).findFirst().orElseThrow();
        });
        assertThat(seen.entries()).extracting(DayList.Entry::name).containsExactly("Bert " + desk.mark);
        assertThat(seen.taken()).isEqualTo(2);
    }
}
