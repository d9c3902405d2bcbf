package clinic.anteroom.scheduling.finder;

import static clinic.anteroom.scheduling.finder.SomeClinic.MONDAY;
import static clinic.anteroom.scheduling.finder.SomeClinic.TORONTO;
import static clinic.anteroom.scheduling.finder.SomeClinic.at;
import static clinic.anteroom.scheduling.finder.SomeClinic.emg;
import static clinic.anteroom.scheduling.finder.SomeClinic.forPerson;
import static clinic.anteroom.scheduling.finder.SomeClinic.id;
import static clinic.anteroom.scheduling.finder.SomeClinic.knowing;
import static clinic.anteroom.scheduling.finder.SomeClinic.monday;
import static clinic.anteroom.scheduling.finder.SomeClinic.talk;
import static clinic.anteroom.scheduling.finder.SomeClinic.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.finder.Reason.Kind;
import clinic.anteroom.shared.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeFinderTest {

    private static FreeTime first(Search search) {
        return TimeFinder.find(search, 12).times().get(0);
    }

    private static List<Instant> starts(Search search) {
        return TimeFinder.all(search).map(Plan::start).toList();
    }

    private static List<Kind> kinds(FreeTime time) {
        return time.reasons().stream().map(Reason::kind).toList();
    }

    @Test
    void theFirstTimeIsTheOpeningOfAnEmptyDay() {
        FreeTime time = first(SomeClinic.withEmgLab().thisWeek(emg()));
        assertThat(time.start()).isEqualTo(monday("09:00"));
        assertThat(time.end()).isEqualTo(monday("10:15"));
        assertThat(time.chosen()).containsEntry("physician", id("Maya Physician")).containsEntry("machine", id("EMG 1")).hasSize(4);
        assertThat(kinds(time)).containsExactly(Kind.FIRST_OF_ALL);
    }

    @Test
    void thePhysicianIsNeededOnlyForTheNeedlePhase() {
        SomeClinic clinic = SomeClinic.withEmgLab().busy("Maya Physician", monday("09:00"), monday("09:45"));
        assertThat(first(clinic.thisWeek(emg())).start()).isEqualTo(monday("09:00"));
    }

    @Test
    void theTechnologistIsFreeForTheNextPatientDuringTheNeedlePhase() {
        SomeClinic clinic = SomeClinic.withEmgLab().busy("Ann Technologist", monday("09:45"), monday("17:00"));
        assertThat(first(clinic.thisWeek(emg())).start()).isEqualTo(monday("09:00"));
    }

    @Test
    void theRoomNeedsItsCleanUpTime() {
        SomeClinic clinic = SomeClinic.withEmgLab().busy("EMG room 1", monday("10:20"), monday("11:00"));
        assertThat(first(clinic.thisWeek(emg())).start()).isEqualTo(monday("11:00"));
    }

    @Test
    void cleanUpHasToEndBeforeTheRoomCloses() {
        List<Instant> starts = starts(SomeClinic.withEmgLab().search(emg(), at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00")));
        assertThat(starts).last().isEqualTo(monday("15:30"));
    }

    @Test
    void thePatientIsNotInTwoPlaces() {
        SomeClinic clinic = SomeClinic.withEmgLab().busy("patient", monday("10:00"), monday("10:30"));
        assertThat(first(clinic.thisWeek(emg())).start()).isEqualTo(monday("10:30"));
    }

    @Test
    void machineAndRoomStayTheSameInBothPhases() {
        SomeClinic clinic = SomeClinic.withEmgLab().machine("EMG 2", null, "EMG_MACHINE")
                .busy("EMG 1", monday("09:45"), monday("17:00"))
                .busy("EMG 2", monday("09:00"), monday("09:45"));
        // Machine 1 is free for the first phase and machine 2 for the second one, but nobody moves a patient between them.
        assertThat(first(clinic.thisWeek(emg())).start()).isEqualTo(monday("09:45"));
        assertThat(first(clinic.thisWeek(emg())).chosen()).containsEntry("machine", id("EMG 2"));
    }

    @Test
    void aMachineIsUsedInItsOwnRoom() {
        SomeClinic clinic = new SomeClinic().person("Ann", "EMG_TECHNOLOGIST").person("Maya", "EMG_PHYSICIAN")
                .room("Room A", "EMG_ROOM").room("Room B", "EMG_ROOM")
                .machine("Machine A", "Room A", "EMG_MACHINE").machine("Machine B", "Room B", "EMG_MACHINE")
                .busy("Machine A", monday("09:00"), monday("12:00"))
                .busy("Room B", monday("09:00"), monday("10:00"));
        FreeTime time = first(clinic.thisWeek(emg()));
        assertThat(time.start()).isEqualTo(monday("10:00"));
        assertThat(time.chosen()).containsEntry("machine", id("Machine B")).containsEntry("room", id("Room B"));
    }

    @Test
    void onePersonDoesNotPlayTwoParts() {
        SomeClinic clinic = new SomeClinic().person("Both", "EMG_TECHNOLOGIST", "EMG_PHYSICIAN")
                .machine("EMG 1", null, "EMG_MACHINE").room("EMG room 1", "EMG_ROOM");
        assertThat(TimeFinder.find(clinic.thisWeek(emg()), 12).times()).isEmpty();
    }

    @Test
    void everySeatOfARoomIsUsed() {
        VisitType draw = new VisitType("DRAW", "Draw", 10, Set.of(), List.of(new VisitType.Phase(1, "Draw", Duration.ofMinutes(10),
                List.of(SomeClinic.part("room", "TREATMENT_ROOM", 0)))));
        SomeClinic clinic = new SomeClinic().roomWithSeats("Chairs", 2, "TREATMENT_ROOM").busy("Chairs", 1, monday("09:00"), monday("10:00"));
        Plan plan = TimeFinder.all(clinic.thisWeek(draw)).findFirst().orElseThrow();
        assertThat(plan.start()).isEqualTo(monday("09:00"));
        assertThat(plan.cast()).containsEntry("room", new Lane(id("Chairs"), 2));
    }

    @Test
    void whatIsNotOpenedIsClosed() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR").neverOpen("Doc");
        assertThat(starts(clinic.thisWeek(talk(20, 20)))).isEmpty();
    }

    @Test
    void closedDaysAndWeekendsAreNotOffered() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR").closed(MONDAY).closed(MONDAY.plusDays(1));
        Search twoWeeks = clinic.search(talk(20, 20), at(MONDAY, "00:00"), at(MONDAY.plusDays(14), "00:00"));
        assertThat(starts(twoWeeks)).first().isEqualTo(at(MONDAY.plusDays(2), "09:00"));
        assertThat(starts(twoWeeks)).noneMatch(start -> start.atZone(TORONTO).getDayOfWeek().getValue() > 5);
    }

    @Test
    void aVisitMayRunFromOneOpeningIntoTheNextIfTheyTouch() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR").neverOpen("Doc")
                .open("Doc", DayOfWeek.MONDAY, "09:00", "10:00").open("Doc", DayOfWeek.MONDAY, "10:00", "11:00");
        assertThat(starts(clinic.thisWeek(talk(60, 30)))).containsExactly(monday("09:00"), monday("09:30"), monday("10:00"));
    }

    @Test
    void somebodyTheAskerInsistsOnIsTheOneWhoComes() {
        SomeClinic clinic = new SomeClinic().person("Early Doc", "DOCTOR").person("Late Doc", "DOCTOR")
                .busy("Late Doc", monday("09:00"), monday("12:00"));
        assertThat(first(clinic.thisWeek(talk(20, 20))).start()).isEqualTo(monday("09:00"));
        assertThat(first(forPerson(clinic.thisWeek(talk(20, 20)), "Late Doc")).start()).isEqualTo(monday("12:00"));
        assertThat(TimeFinder.find(forPerson(clinic.thisWeek(talk(20, 20)), "Nobody"), 3).times()).isEmpty();
    }

    @Test
    void aPersonThePatientKnowsIsPreferred() {
        SomeClinic clinic = new SomeClinic().person("A Doc", "DOCTOR").person("B Doc", "DOCTOR");
        FreeTime time = first(knowing(clinic.thisWeek(talk(20, 20)), "B Doc"));
        assertThat(time.chosen()).containsEntry("doctor", id("B Doc"));
        assertThat(time.reasons()).contains(new Reason(Kind.KNOWN_PERSON, "B Doc"));
    }

    @Test
    void otherwiseWhoeverHasLeastToDo() {
        SomeClinic clinic = new SomeClinic().person("A Doc", "DOCTOR").person("B Doc", "DOCTOR")
                .busy("A Doc", monday("15:00"), monday("16:00"));
        assertThat(first(clinic.thisWeek(talk(20, 20))).chosen()).containsEntry("doctor", id("B Doc"));
    }

    @Test
    void theListHelpsOnThePhone() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR");
        List<FreeTime> times = TimeFinder.find(clinic.thisWeek(talk(60, 15)), 7).times();
        assertThat(times).extracting(FreeTime::start).containsExactly(
                monday("09:00"), monday("10:00"), monday("11:00"),
                at(MONDAY.plusDays(1), "09:00"), at(MONDAY.plusDays(1), "12:00"),
                at(MONDAY.plusDays(2), "09:00"), at(MONDAY.plusDays(2), "12:00"));
        assertThat(kinds(times.get(1))).isEmpty();
        assertThat(kinds(times.get(3))).containsExactly(Kind.FIRST_THAT_DAY);
    }

    @Test
    void timesSayWhetherTheyAreInTime() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR");
        Search search = until(clinic.thisWeek(talk(60, 60)), monday("12:00"), MONDAY);
        List<FreeTime> times = TimeFinder.find(search, 4).times();
        assertThat(kinds(times.get(0))).containsExactly(Kind.FIRST_OF_ALL, Kind.HERE_THAT_DAY, Kind.IN_TIME);
        assertThat(times.get(3).late()).isTrue();
        assertThat(kinds(times.get(3))).first().isEqualTo(Kind.TOO_LATE);
    }

    @Test
    void soonEnoughNeedsNoExplanation() {
        assertThat(TimeFinder.find(SomeClinic.withEmgLab().thisWeek(emg()), 3).whyNotEarlier()).isEmpty();
    }

    @Test
    void theOneWhoBindsIsNamed() {
        SomeClinic clinic = SomeClinic.withEmgLab().busy("Maya Physician", monday("09:00"), at(MONDAY.plusDays(2), "12:00"));
        Found found = TimeFinder.find(clinic.thisWeek(emg()), 3);
        assertThat(found.times().get(0).start()).isEqualTo(at(MONDAY.plusDays(2), "11:15"));
        WhyNotEarlier why = found.whyNotEarlier().orElseThrow();
        assertThat(why.binding()).isEqualTo("physician");
        assertThat(why.firstFree()).contains(new WhyNotEarlier.FirstFree("technologist", monday("09:00")),
                new WhyNotEarlier.FirstFree(WhyNotEarlier.PATIENT, monday("00:00")));
    }

    @Test
    void nobodyBindsWhereOnlyTheMeetingFails() {
        SomeClinic clinic = SomeClinic.withEmgLab()
                .busy("Ann Technologist", monday("10:00"), at(MONDAY.plusDays(1), "17:00"))
                .busy("EMG 1", monday("09:00"), monday("10:00"));
        WhyNotEarlier why = TimeFinder.find(clinic.thisWeek(emg()), 3).whyNotEarlier().orElseThrow();
        assertThat(why.binding()).isNull();
    }

    @Test
    void aPartNobodyCanPlayBinds() {
        SomeClinic clinic = new SomeClinic().person("Ann", "EMG_TECHNOLOGIST").machine("EMG 1", null, "EMG_MACHINE").room("R", "EMG_ROOM");
        Found found = TimeFinder.find(clinic.thisWeek(emg()), 3);
        assertThat(found.times()).isEmpty();
        assertThat(found.whyNotEarlier().orElseThrow().binding()).isEqualTo("physician");
    }

    @Test
    @DisplayName("T19 the skipped hour is never offered, and no visit is stretched over a clock change")
    void nightsOfAClockChange() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR").neverOpen("Doc").open("Doc", DayOfWeek.SUNDAY, "00:00", "06:00");
        LocalDate spring = LocalDate.of(2027, 3, 14);
        assertThat(starts(clinic.search(talk(60, 30), at(spring, "00:00"), at(spring.plusDays(1), "00:00"))))
                .extracting(start -> start.atZone(TORONTO).toLocalTime().toString())
                .containsExactly("00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30", "05:00");
        LocalDate autumn = LocalDate.of(2026, 11, 1);
        assertThat(starts(clinic.search(talk(60, 30), at(autumn, "00:00"), at(autumn.plusDays(1), "00:00"))))
                .extracting(start -> start.atZone(TORONTO).toLocalTime().toString())
                .containsExactly("00:00", "00:30", "02:00", "02:30", "03:00", "03:30", "04:00", "04:30", "05:00");
    }

    @Test
    void nineStaysNineOverTheWeekOfTheChange() {
        SomeClinic clinic = new SomeClinic().person("Doc", "DOCTOR");
        Search search = clinic.search(talk(480, 60), at(LocalDate.of(2026, 10, 26), "00:00"), at(LocalDate.of(2026, 11, 8), "00:00"));
        assertThat(starts(search)).hasSize(10).allMatch(start -> start.atZone(TORONTO).toLocalTime().equals(LocalTime.of(9, 0)));
    }

    @Test
    @DisplayName("T19 the JVM's own zone makes no difference")
    void theZoneOfTheMachineDoesNotMatter() {
        TimeZone before = TimeZone.getDefault();
        try {
            List<List<Instant>> lists = List.of("UTC", "America/Toronto", "Pacific/Kiritimati").stream().map(zone -> {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                SomeClinic clinic = SomeClinic.withEmgLab().closed(LocalDate.of(2026, 11, 3));
                return starts(clinic.search(emg(), at(LocalDate.of(2026, 10, 30), "10:00"), at(LocalDate.of(2026, 11, 6), "11:00")));
            }).toList();
            assertThat(lists.get(0)).isNotEmpty().isEqualTo(lists.get(1)).isEqualTo(lists.get(2));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aSearchOverYearsIsRefused() {
        assertThatThrownBy(() -> new SomeClinic().search(talk(20, 20), monday("09:00"), monday("09:00").plus(Duration.ofDays(101))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }

    @Test
    void aBufferBetweenTwoPhasesOfOnePartIsRefused() {
        assertThatThrownBy(() -> new VisitType("X", "X", 15, Set.of(), List.of(
                new VisitType.Phase(1, "one", Duration.ofMinutes(30), List.of(SomeClinic.part("room", "ROOM", 10))),
                new VisitType.Phase(2, "two", Duration.ofMinutes(30), List.of(SomeClinic.part("room", "ROOM", 0))))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"room\"").hasMessageContaining("Maybe");
    }

    @Test
    void rowsAreWrittenInOneOrder() {
        Plan plan = TimeFinder.all(SomeClinic.withEmgLab().thisWeek(emg())).findFirst().orElseThrow();
        List<Plan.Stretch> stretches = plan.stretches(new Lane(SomeClinic.PATIENT, 1));
        assertThat(stretches).hasSize(8).isSortedAccordingTo(
                (one, other) -> one.lane().equals(other.lane()) ? one.during().compareTo(other.during()) : one.lane().compareTo(other.lane()));
        assertThat(stretches).filteredOn(stretch -> stretch.lane().resourceId().equals(id("EMG room 1"))).extracting(Plan.Stretch::during)
                .containsExactly(new TimeRange(monday("09:00"), monday("09:45")), new TimeRange(monday("09:45"), monday("10:25")));
    }
}
