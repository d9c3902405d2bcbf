package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.DaySheet;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DayLanesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T05:00:00Z");
    private static final UUID ROOM = new UUID(1, 1);
    private static final UUID DOCTOR = new UUID(1, 2);
    private static final UUID VISIT = new UUID(1, 3);

    private static Instant at(int hour, int minute) {
        return MIDNIGHT.plus(Duration.ofMinutes(hour * 60L + minute));
    }

    private static TimeRange range(int hour, int minute, int minutes) {
        return TimeRange.startingAt(at(hour, minute), Duration.ofMinutes(minutes));
    }

    private static DaySheet.Bar bar(UUID resource, int ordinal, TimeRange phase, TimeRange taken) {
        return new DaySheet.Bar(VISIT, resource, ordinal, "Phase " + ordinal, new UUID(1, 4), "Pat Patient", "EMG", "EMG",
                AppointmentStatus.BOOKED, phase, taken);
    }

    private static List<DayLane> lanes(DaySheet.Bar... bars) {
        DaySheet sheet = new DaySheet(LocalDate.of(2026, 11, 30), null, List.of(
                new DaySheet.Column(DOCTOR, ResourceKind.PRACTITIONER, "Doctor", List.of(range(9, 0, 180), range(13, 0, 240))),
                new DaySheet.Column(ROOM, ResourceKind.LOCATION, "Room", List.of(range(8, 0, 600)))), List.of(bars));
        return new DayLanes(new TimeRange(at(8, 0), at(18, 0)), word -> word).of(sheet);
    }

    @Test
    void whatIsNotOpenIsHatched() {
        List<DayLane> lanes = lanes();
        assertThat(lanes.get(0).bars()).extracting(DayBar::start).containsExactly(at(8, 0), at(12, 0), at(17, 0));
        assertThat(lanes.get(0).bars()).allMatch(bar -> bar.title().equals("not_in") && bar.styleClass().equals("is-closed"));
        assertThat(lanes.get(1).bars()).isEmpty();
    }

    @Test
    void phasesOfOneVisitAreJoinedAndCleaningIsATail() {
        List<DayBar> room = lanes(
                bar(ROOM, 1, range(9, 0, 45), range(9, 0, 45)),
                bar(ROOM, 2, range(9, 45, 30), range(9, 45, 40))).get(1).bars();
        assertThat(room).extracting(DayBar::styleClass).containsExactly("joins-next", "joins-before joins-next", "is-tail joins-before");
        assertThat(room.get(2).start()).isEqualTo(at(10, 15));
        assertThat(room.get(2).end()).isEqualTo(at(10, 25));
        assertThat(room.get(2).getOutcome()).isNull();
        assertThat(room.get(0).getOutcome()).isEqualTo("/reception/visit");
    }

    @Test
    void theFirstLaneOfEachKindIsMarked() {
        assertThat(lanes()).extracting(DayLane::kind).containsExactly("person", "room");
        assertThat(lanes()).allMatch(DayLane::first);
    }
}
