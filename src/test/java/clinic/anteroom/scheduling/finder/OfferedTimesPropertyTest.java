package clinic.anteroom.scheduling.finder;

import static clinic.anteroom.scheduling.finder.SomeClinic.at;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever is booked already, nothing is offered that cannot be held. */
class OfferedTimesPropertyTest {

    private static final String[] NAMES = {"Ann Technologist", "Maya Physician", "EMG 1", "EMG room 1", "patient", "EMG 2"};

    @Property(tries = 150)
    void everyOfferedTimeIsOpenAndFree(
            @ForAll @IntRange(min = 0, max = 500) int firstDay,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5 * 24 * 12 * 6 - 1) Integer> blocks) {
        LocalDate date = LocalDate.of(2026, 10, 1).plusDays(firstDay);
        SomeClinic clinic = SomeClinic.withEmgLab().machine("EMG 2", null, "EMG_MACHINE");
        Map<String, List<TimeRange>> busy = new HashMap<>();
        for (int block : blocks) {
            String name = NAMES[block % NAMES.length];
            Instant start = at(date, "00:00").plus(Duration.ofMinutes(block / NAMES.length * 5L));
            TimeRange taken = TimeRange.startingAt(start, Duration.ofMinutes(20 + block % 300));
            busy.computeIfAbsent(name, key -> new ArrayList<>()).add(taken);
            clinic.busy(name, taken.start(), taken.end());
        }
        Search search = clinic.search(SomeClinic.emg(), at(date, "00:00"), at(date.plusDays(5), "00:00"));
        long offeredInAll = TimeFinder.all(search).count();
        Statistics.label("something is offered").collect(offeredInAll > 0);
        Statistics.label("something is offered").coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
        TimeFinder.all(search).forEach(plan -> {
            for (Plan.Stretch stretch : plan.stretches(search.patient())) {
                busy.forEach((name, taken) -> {
                    if (SomeClinic.id(name).equals(stretch.lane().resourceId())) {
                        assertThat(taken).noneMatch(stretch.during()::overlaps);
                    }
                });
                assertThat(search.availability().isOpen(stretch.lane().resourceId(), stretch.during())).isTrue();
                if (!stretch.lane().equals(search.patient())) {
                    var start = stretch.during().start().atZone(SomeClinic.TORONTO);
                    var end = stretch.during().end().atZone(SomeClinic.TORONTO);
                    assertThat(start.getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
                    assertThat(start.getHour()).isBetween(9, 16);
                    assertThat(end.toLocalTime()).isBeforeOrEqualTo(java.time.LocalTime.of(17, 0));
                }
            }
        });
        List<Instant> offered = TimeFinder.find(search, 12).times().stream().map(FreeTime::start).toList();
        assertThat(offered).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(12);
        assertThat(TimeFinder.find(search, 12).times()).isEqualTo(TimeFinder.find(search, 12).times());
    }
}
