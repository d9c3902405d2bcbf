package clinic.anteroom.scheduling.finder;

import static clinic.anteroom.scheduling.finder.SomeClinic.MONDAY;
import static clinic.anteroom.scheduling.finder.SomeClinic.TORONTO;
import static clinic.anteroom.scheduling.finder.SomeClinic.id;
import static clinic.anteroom.scheduling.finder.SomeClinic.monday;
import static clinic.anteroom.scheduling.finder.SomeClinic.talk;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {

    private final SomeClinic clinic = new SomeClinic()
            .person("Anna", new Traits(null, Set.of("en", "fr"), "FEMALE", true), "DOCTOR")
            .person("Bert", new Traits(null, Set.of("en"), "MALE", true), "DOCTOR")
            .person("Cleo", new Traits(null, Set.of(), null, true), "DOCTOR");

    private static Wishes wishing(Set<DayOfWeek> days, Wishes.HalfDay half, String language, String sex) {
        return new Wishes(days, half, Set.of(), null, language, sex, false);
    }

    private List<Plan> plans(Wishes wishes) {
        return TimeFinder.all(clinic.thisWeek(talk(60, 60)).wishing(wishes)).toList();
    }

    @Test
    void onlyTheWeekdaysAskedFor() {
        assertThat(plans(wishing(Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), null, null, null)))
                .extracting(plan -> plan.start().atZone(TORONTO).getDayOfWeek()).containsOnly(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void onlyTheHalfDayAskedFor() {
        assertThat(plans(wishing(Set.of(), Wishes.HalfDay.MORNING, null, null)))
                .extracting(plan -> LocalTime.ofInstant(plan.start(), TORONTO)).contains(LocalTime.of(9, 0)).allMatch(time -> time.getHour() < 12);
        assertThat(plans(wishing(Set.of(), Wishes.HalfDay.AFTERNOON, null, null)))
                .extracting(plan -> LocalTime.ofInstant(plan.start(), TORONTO)).contains(LocalTime.NOON).allMatch(time -> time.getHour() >= 12);
    }

    @Test
    void somebodyWhoSpeaksTheLanguage() {
        assertThat(plans(wishing(Set.of(), null, "fr", null))).extracting(plan -> plan.cast().get("doctor").resourceId()).containsOnly(id("Anna"));
        assertThat(plans(wishing(Set.of(), null, "ja", null))).isEmpty();
    }

    @Test
    void aManOrAWomanAndNobodyOfWhomItIsNotKnown() {
        assertThat(plans(wishing(Set.of(), null, null, "MALE"))).extracting(plan -> plan.cast().get("doctor").resourceId()).containsOnly(id("Bert"));
        assertThat(plans(wishing(Set.of(), null, null, "FEMALE"))).extracting(plan -> plan.cast().get("doctor").resourceId()).containsOnly(id("Anna"));
    }

    @Test
    void theSameDayAsAnotherVisit() {
        assertThat(plans(Wishes.NONE.on(Set.of(MONDAY.plusDays(2))))).extracting(plan -> plan.start().atZone(TORONTO).toLocalDate())
                .isNotEmpty().containsOnly(MONDAY.plusDays(2));
    }

    @Test
    void aRoomThatTakesAWheelchairAtTheSiteAskedFor() {
        SomeClinic rooms = SomeClinic.withEmgLab()
                .room("Narrow", new Traits(id("north"), Set.of(), null, false), "EMG_ROOM")
                .room("Wide", new Traits(id("south"), Set.of(), null, true), "EMG_ROOM");
        VisitType draw = new VisitType("DRAW", "Draw", 60, Set.of(), List.of(new VisitType.Phase(1, "Draw", Duration.ofMinutes(60),
                List.of(SomeClinic.part("room", "EMG_ROOM", 0)))));
        assertThat(TimeFinder.all(rooms.thisWeek(draw).wishing(new Wishes(Set.of(), null, Set.of(), id("north"), null, null, false))))
                .extracting(plan -> plan.cast().get("room").resourceId()).containsOnly(id("Narrow"));
        assertThat(TimeFinder.all(rooms.thisWeek(draw).wishing(new Wishes(Set.of(), null, Set.of(), id("north"), null, null, true)))).isEmpty();
    }

    @Test
    void aWishThatCannotBeMetNamesWhoBinds() {
        clinic.busy("Anna", monday("09:00"), monday("17:00"));
        Found found = TimeFinder.find(clinic.thisWeek(talk(60, 60)).wishing(wishing(Set.of(DayOfWeek.MONDAY), null, "fr", null)), 5);
        assertThat(found.times()).isEmpty();
        assertThat(found.whyNotEarlier().orElseThrow().binding()).isEqualTo("doctor");
    }

    @Test
    void fullDaysAreNotOffered() {
        Search search = clinic.thisWeek(talk(60, 60));
        Search full = new Search(search.visit(), search.availability(), search.zone(), search.window(), search.patient(), null, Set.of(), null,
                Set.of(), Wishes.NONE, Set.of(MONDAY));
        assertThat(TimeFinder.all(full).findFirst().orElseThrow().start()).isEqualTo(SomeClinic.at(MONDAY.plusDays(1), "09:00"));
    }
}
