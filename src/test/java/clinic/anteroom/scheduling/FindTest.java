package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Reason;
import clinic.anteroom.scheduling.finder.WhyNotEarlier;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.NewId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each thing a patient can ask for, asked of the desk's door on a real database. */
class FindTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final UUID otherPhysician = lab.person("Fern", "DOC_" + lab.mark);
    private final UUID otherTechnologist = lab.person("Tara", "TECH_" + lab.mark);
    private final UUID otherRoom = lab.room("ROOM_" + lab.mark);

    private Offer find(Wishes wishes) {
        return desk.service.find(question().wishing(wishes));
    }

    private FindTimes question() {
        return FindTimes.forPatient(lab.visitType, lab.patient);
    }

    private List<UUID> playing(String role, Wishes wishes) {
        return find(wishes).times().stream().map(time -> time.chosen().get(role)).distinct().toList();
    }

    private static LocalDate day(FreeTime time) {
        return LocalDate.ofInstant(time.start(), SomeLab.TORONTO);
    }

    @Test
    void severalWeekdaysAndHalfADay() {
        Offer offer = find(new Wishes(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), Wishes.HalfDay.AFTERNOON, Set.of(), null, null, null, false));
        assertThat(offer.times()).extracting(time -> day(time).getDayOfWeek()).containsOnly(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
                .contains(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(offer.times()).allMatch(time -> !LocalTime.ofInstant(time.start(), SomeLab.TORONTO).isBefore(LocalTime.NOON));
    }

    @Test
    void onTheDayOfAnotherVisitOnly() {
        assertThat(find(Wishes.NONE.onTheSameDay()).times()).isEmpty();
        SomeLab other = new SomeLab();
        for (String wall : List.of("2026-12-02T09:00", "2026-12-09T13:00")) {
            desk.service.book(new BookVisit(lab.patient, Set.of(), other.visitType, at(wall), other.everybody(), NewId.next().toString()));
        }
        assertThat(find(Wishes.NONE.onTheSameDay()).times()).extracting(FindTest::day).contains(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 9))
                .containsOnly(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 9));
        assertThat(find(Wishes.NONE.onTheSameDay()).times()).allMatch(time -> time.end().isBefore(at("2026-12-02T09:01")) || time.start().isAfter(at("2026-12-02T10:14")));
        assertThat(find(Wishes.NONE).times()).extracting(FindTest::day).contains(MONDAY);
    }

    @Test
    void theEarliestAndTheLatestDate() {
        Offer offer = desk.service.find(question().between(MONDAY.plusDays(2), MONDAY.plusDays(3)));
        assertThat(offer.times()).extracting(FindTest::day).contains(MONDAY.plusDays(2), MONDAY.plusDays(3)).containsOnly(MONDAY.plusDays(2), MONDAY.plusDays(3));
    }

    @Test
    void withSomebodyTheyHaveMetEvenIfOthersAreEarlier() {
        UUID tilda = lab.person("Tilda", "TECH_" + lab.mark);
        java.util.Map<String, UUID> met = new java.util.HashMap<>(lab.everybody());
        met.put("technologist", tilda);
        met.put("physician", otherPhysician);
        desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, at("2026-12-18T09:00"), met, NewId.next().toString()));
        SomeLab.isAway(tilda, at("2026-11-30T08:00"));
        SomeLab.isAway(otherPhysician, at("2026-11-30T08:00"));

        assertThat(desk.service.find(question()).times().get(0).chosen().values()).doesNotContain(tilda, otherPhysician);
        assertThat(desk.service.findKnown(question()).times()).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(FreeTime::start))
                .allMatch(time -> time.chosen().containsValue(tilda) || time.chosen().containsValue(otherPhysician))
                .noneMatch(time -> time.reasons().stream().anyMatch(reason -> reason.kind() == clinic.anteroom.scheduling.finder.Reason.Kind.FIRST_OF_ALL));
        assertThat(desk.service.findKnown(FindTimes.forPatient(lab.visitType, lab.patient())).times()).as("who has met nobody").isNotEmpty();
    }

    @Test
    void somebodyByName() {
        assertThat(desk.service.find(question().with(otherPhysician)).times()).isNotEmpty()
                .allSatisfy(time -> assertThat(time.chosen()).containsEntry("physician", otherPhysician));
    }

    @Test
    void aLanguageThatEverybodyOfTheVisitSpeaks() {
        for (UUID speaker : List.of(otherPhysician, otherTechnologist)) {
            sql("insert into practitioner_language values (?, 'so')", speaker);
        }
        Wishes somali = new Wishes(Set.of(), null, Set.of(), null, "so", null, false);
        assertThat(playing("physician", somali)).containsExactly(otherPhysician);
        assertThat(playing("technologist", somali)).containsExactly(otherTechnologist);
        assertThat(find(Wishes.NONE).languages()).contains("so");
        sql("delete from practitioner_language where practitioner_id = ?", otherTechnologist);
        assertThat(find(somali).times()).as("only one of the two speaks it").isEmpty();
    }

    @Test
    void aWomanOrAMan() {
        sql("update practitioner set sex = 'FEMALE' where id in (?, ?)", otherPhysician, otherTechnologist);
        sql("update practitioner set sex = 'MALE' where id = ?", lab.physician);
        Wishes woman = new Wishes(Set.of(), null, Set.of(), null, null, "FEMALE", false);
        assertThat(playing("physician", woman)).containsExactly(otherPhysician);
        assertThat(playing("technologist", woman)).containsExactly(otherTechnologist);
    }

    @Test
    void aSiteAndARoomForAWheelchair() {
        UUID site = NewId.next();
        sql("insert into location (id, name) values (?, ?)", site, "Site " + lab.mark);
        sql("update location set part_of = ? where id = ?", site, otherRoom);
        sql("update location set accessible = false where id = ?", lab.room);
        assertThat(playing("room", Wishes.NONE.inAnAccessibleRoom())).containsExactly(otherRoom);
        UUID there = lab.machine("MACHINE_" + lab.mark);
        sql("update device set location_id = ? where id = ?", otherRoom, there);
        Wishes atTheSite = new Wishes(Set.of(), null, Set.of(), site, null, null, false);
        assertThat(playing("room", atTheSite)).containsExactly(otherRoom);
        assertThat(playing("machine", atTheSite)).containsExactly(there);
    }

    @Test
    void theSameDayAsAnotherVisitAndTheReasonSaysSo() {
        SomeLab blood = new SomeLab();
        Booked other = desk.service.book(new BookVisit(lab.patient, Set.of(), blood.visitType, at("2026-12-10T09:00"), blood.everybody(), NewId.next().toString()));
        LocalDate thatDay = LocalDate.ofInstant(other.start(), SomeLab.TORONTO);
        Offer offer = find(Wishes.NONE.on(Set.of(thatDay)));
        assertThat(offer.times()).isNotEmpty().allMatch(time -> day(time).equals(thatDay));
        assertThat(offer.times()).noneMatch(time -> time.start().isBefore(other.end()) && time.end().isAfter(other.start()));
        assertThat(offer.times().get(0).reasons()).extracting(Reason::kind).contains(Reason.Kind.HERE_THAT_DAY);
    }

    @Test
    void everyTimeHasOneToThreeReasons() {
        UUID order = lab.order(lab.patient, "EMG", at("2026-12-01T12:00"));
        Offer offer = desk.service.find(new FindTimes(order, lab.visitType, null, null, null, null));
        assertThat(offer.times()).extracting(time -> time.reasons().size()).allMatch(size -> size <= 3).contains(1, 2);
        assertThat(offer.times().get(0).reasons()).extracting(Reason::kind).contains(Reason.Kind.FIRST_OF_ALL, Reason.Kind.IN_TIME);
    }

    @Test
    void anEmptyAnswerSaysWhenEachRoleIsFirstFreeWhenAllAreAndWhoBinds() {
        sql("insert into absence (resource_id, during) values (?, tstzrange('2026-11-30T05:00Z', '2026-12-05T05:00Z'))", lab.physician);
        sql("insert into absence (resource_id, during) values (?, tstzrange('2026-11-30T05:00Z', '2026-12-05T05:00Z'))", otherPhysician);
        Offer none = desk.service.find(question().between(MONDAY, MONDAY.plusDays(3)));
        assertThat(none.times()).isEmpty();
        assertThat(none.whyNotEarlier().binding()).isEqualTo("physician");
        assertThat(none.whyNotEarlier().allFree()).isNull();
        assertThat(none.whyNotEarlier().firstFree()).contains(new WhyNotEarlier.FirstFree("physician", null),
                new WhyNotEarlier.FirstFree("technologist", at("2026-11-30T08:00")), new WhyNotEarlier.FirstFree("room", at("2026-11-30T08:00")));
        Offer late = desk.service.find(question());
        // The first 45 minutes are the technologist's; the physicians are back when Saturday opens.
        assertThat(late.whyNotEarlier().allFree()).isEqualTo(late.times().get(0).start()).isEqualTo(at("2026-12-05T08:00"));
    }
}
