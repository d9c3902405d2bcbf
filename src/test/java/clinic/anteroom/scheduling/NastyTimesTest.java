package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static clinic.anteroom.scheduling.SomeLab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The nights on which clocks change, through the desk's door on a real database, wherever the server stands. */
class NastyTimesTest {

    private static final LocalDate SPRING = LocalDate.of(2027, 3, 14);
    private static final LocalDate AUTUMN = LocalDate.of(2027, 11, 7);

    private final TimeZone before = TimeZone.getDefault();
    private final SomeLab lab = new SomeLab();

    NastyTimesTest() {
        sql("update opening set opens = time '00:00', closes = time '07:00' where resource_id in (?, ?, ?, ?)", lab.technologist, lab.physician, lab.machine, lab.room);
    }

    @AfterEach
    void theServerStandsWhereItStood() {
        TimeZone.setDefault(before);
    }

    private static SomeDesk desk(LocalDate on) {
        return new SomeDesk("rita", on.atTime(7, 0).atZone(SomeLab.TORONTO).toInstant());
    }

    private BookVisit visit(Instant start) {
        return new BookVisit(lab.patient(), Set.of(), lab.visitType, start, lab.everybody(), NewId.next().toString());
    }

    private static List<LocalTime> walls(List<FreeTime> times) {
        return times.stream().map(time -> LocalTime.ofInstant(time.start(), SomeLab.TORONTO)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Toronto", "Pacific/Kiritimati"})
    @DisplayName("T19 found, booked, moved and read again on both nights alike, whatever zone the server stands in")
    void theServersZoneMakesNoDifference(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (LocalDate night : List.of(SPRING, AUTUMN)) {
            SomeDesk desk = desk(night.minusDays(3));
            List<FreeTime> found = desk.service.find(FindTimes.forPatient(lab.visitType, lab.patient).between(night, night)).times();
            assertThat(found).isNotEmpty().allMatch(time -> LocalDate.ofInstant(time.start(), SomeLab.TORONTO).equals(night));
            Booked booked = desk.service.book(visit(night.atTime(3, 30).atZone(SomeLab.TORONTO).toInstant()));
            assertThat(stored(booked)).isEqualTo(night + " 03:30 America/Toronto " + booked.start());
            Booked moved = desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), night.plusDays(1).atTime(0, 15).atZone(SomeLab.TORONTO).toInstant(),
                    lab.everybody(), NewId.next().toString()));
            assertThat(stored(moved)).isEqualTo(night.plusDays(1) + " 00:15 America/Toronto " + moved.start());
            assertThat(new BoardLook(SomeDesk.NOW, SomeLab.TORONTO).day(night.plusDays(1)).bars()).anyMatch(bar -> bar.resourceId().equals(lab.physician));
        }
    }

    private static String stored(Booked visit) {
        return text("""
                select to_char(wall_start, 'YYYY-MM-DD HH24:MI') || ' ' || zone || ' ' || to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from appointment where id = ?""", visit.appointmentId());
    }

    @Test
    @DisplayName("T19 the hour that is missing in March is never offered, and whoever asks for it gets no visit there")
    void theMissingHour() {
        List<LocalTime> walls = walls(allOn(SPRING));
        assertThat(walls).contains(LocalTime.of(0, 0), LocalTime.of(3, 0)).noneMatch(wall -> wall.getHour() == 2);
        // On the wall from 1:30 to 3:45 are two hours and a quarter, in fact an hour and a quarter: a visit of 75 minutes.
        assertThat(allOn(SPRING)).filteredOn(time -> time.start().equals(at("2027-03-14T01:30"))).extracting(FreeTime::end).containsExactly(at("2027-03-14T03:45"));
    }

    @Test
    @DisplayName("T19 the hour that comes twice in November is not offered, and a start in it is refused")
    void theHourThatComesTwice() {
        assertThat(walls(allOn(AUTUMN))).contains(LocalTime.of(0, 0), LocalTime.of(2, 0)).noneMatch(wall -> wall.getHour() == 1);
        SomeDesk desk = desk(AUTUMN.minusDays(3));
        for (String moment : List.of("2027-11-07T05:00:00Z", "2027-11-07T05:30:00Z", "2027-11-07T06:00:00Z", "2027-11-07T06:30:00Z")) {
            assertThatThrownBy(() -> desk.service.book(visit(Instant.parse(moment)))).as(moment).isInstanceOf(VisitNotPossible.class);
        }
        assertThat(desk.service.book(visit(Instant.parse("2027-11-07T07:00:00Z"))).start()).isEqualTo(at("2027-11-07T02:00"));
    }

    /** Every time of that day, as a patient's page lists them. */
    private List<FreeTime> allOn(LocalDate night) {
        return desk(night.minusDays(3)).patients(door -> door.times(new SelfFind(lab.patient, List.of(lab.visitType), VisitNeeds.PLAIN, Wishes.NONE, null,
                night, null))).days().get(night);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-12, 4", "2027-11-05, 4"})
    @DisplayName("T19 the same time tomorrow is the same time on the wall over both nights")
    void theSameTimeTomorrow(LocalDate first, int days) {
        List<SeriesTime> series = desk(first.minusDays(1)).service.findSeries(new FindSeries(lab.visitType, lab.patient, first, LocalTime.of(5, 0), 1, days));
        assertThat(series).extracting(one -> LocalDateTime.ofInstant(one.time().start(), SomeLab.TORONTO))
                .containsExactlyElementsOf(Stream.iterate(first, day -> day.plusDays(1)).limit(days).map(day -> day.atTime(5, 0)).toList());
        List<Duration> between = Stream.iterate(1, i -> i + 1).limit(days - 1L)
                .map(i -> Duration.between(series.get(i - 1).time().start(), series.get(i).time().start())).toList();
        assertThat(between).contains(Duration.ofHours(first.getMonthValue() == 3 ? 23 : 25), Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({"America/Vancouver, 2027-03-15, 06:00", "America/Winnipeg, 2027-03-15, 08:00", "America/Regina, 2027-03-15, 07:00", "Asia/Kolkata, 2027-03-15, 18:30",
        "America/St_Johns, 2027-03-15, 10:30"})
    @DisplayName("T19 a patient elsewhere books the clinic's nine o'clock, whatever their own wall says, half hours too")
    void aPatientElsewhere(String zone, LocalDate day, LocalTime theirs) {
        sql("update opening set opens = time '08:00', closes = time '18:00' where resource_id in (?, ?, ?, ?)", lab.technologist, lab.physician, lab.machine, lab.room);
        Booked booked = desk(day.minusDays(7)).service.book(visit(day.atTime(theirs).atZone(ZoneId.of(zone)).toInstant()));
        assertThat(LocalDateTime.ofInstant(booked.start(), SomeLab.TORONTO)).isEqualTo(day.atTime(9, 0));
        assertThat(stored(booked)).startsWith(day + " 09:00 America/Toronto");
    }

    @Test
    @DisplayName("T19 who was born on 29 February can be booked in every year")
    void bornOnTheTwentyNinthOfFebruary() {
        assertThat(text("select birth_date::text from patient where id = ?", lab.patient)).endsWith("-02-29");
        SomeDesk desk = desk(LocalDate.of(2027, 2, 26));
        Booked booked = desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, at("2027-02-28T01:00"), lab.everybody(), NewId.next().toString()));
        assertThat(new BoardLook(SomeDesk.NOW, SomeLab.TORONTO).day(LocalDate.of(2027, 2, 28)).bars()).anyMatch(bar -> bar.resourceId().equals(lab.physician));
        assertThat(booked.patientId()).isEqualTo(lab.patient);
    }
}
