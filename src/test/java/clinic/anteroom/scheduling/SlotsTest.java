package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slots of a kind of visit that takes one doctor and ten minutes before and after: counted along timetables, without a search. */
class SlotsTest {

    private static final TimeRange TWO_DAYS = new TimeRange(at("2026-12-07T00:00"), at("2026-12-09T00:00"));

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final String talk = "TALK_" + lab.mark;
    private final UUID doctor = lab.person("Dora", "TALKER_" + lab.mark);

    @BeforeEach
    void aTalk() {
        sql("insert into visit_type (code, name, grid_minutes) values (?, 'Talk', 15)", talk);
        sql("insert into visit_phase values (?, 1, 'Talk', 30)", talk);
        sql("insert into visit_role values (?, 'doctor', ?, 'Doctor')", talk, "TALKER_" + lab.mark);
        sql("insert into phase_role values (?, 1, 'doctor', 10, 10)", talk);
    }

    private List<Instant> slots() {
        return desk.schedules(schedules -> schedules.slots(new SlotQuery(Set.of(), Set.of(talk), TWO_DAYS, true))).stream()
                .peek(slot -> assertThat(slot.resourceId()).isEqualTo(doctor)).map(slot -> slot.when().start()).toList();
    }

    private void book(String start) {
        desk.service.book(new BookVisit(lab.patient(), Set.of(), talk, at(start), Map.of("doctor", doctor), NewId.next().toString()));
    }

    @Test
    void slotsAreTheTimesThatTheDeskFindsAndCanBeBooked() {
        List<Instant> empty = slots();
        book("2026-12-07T10:00");
        book("2026-12-08T08:15");
        SomeLab.isAway(doctor, at("2026-12-08T13:00"));
        List<Instant> found = slots();
        List<Instant> searched = desk.patientTimes(talk, lab.patient).days().values().stream().flatMap(List::stream).map(FreeTime::start)
                .filter(start -> !start.isBefore(TWO_DAYS.start()) && start.isBefore(TWO_DAYS.end())).toList();
        assertThat(found).isEqualTo(searched).hasSizeLessThan(empty.size());
        book(found.get(0).atZone(SomeLab.TORONTO).toLocalDateTime().toString());
        book(found.get(found.size() - 1).atZone(SomeLab.TORONTO).toLocalDateTime().toString());
    }

    @Test
    void hoursKeptForOneKindOfVisitAreNoSlotsOfAnother() {
        int before = slots().size();
        sql("insert into reserved_time (resource_id, visit_type, weekday, opens, closes, valid_from) values (?, ?, 1, time '08:00', time '12:00', date '2026-01-01')",
                doctor, lab.visitType);
        assertThat(slots()).hasSizeLessThan(before);
    }
}
