package clinic.anteroom.scheduling.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import clinic.anteroom.shared.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

class CalendarFileTest {

    private static final Instant STAMP = Instant.parse("2026-11-25T12:00:00Z");
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String PLACE = "Clinic; Zoë's \"front, room\" \\ 2nd floor, behind the very long corridor — ring twice, 受付";

    private static CalendarEvent event(Instant start, int sequence, boolean cancelled) {
        return new CalendarEvent(ID, sequence, TimeRange.startingAt(start, Duration.ofMinutes(75)), "Visit at Anteroom Clinic", PLACE, cancelled);
    }

    private static String file(Instant start, int sequence, boolean cancelled) {
        return CalendarFile.of(event(start, sequence, cancelled), "Anteroom Clinic", "desk@anteroom.example", STAMP);
    }

    /** Both sides of both clock changes, the hour that comes twice, a leap day, the turn of a year. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T14:00:00Z", "2027-03-14T06:59:00Z", "2027-03-14T07:00:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z",
        "2028-02-29T17:00:00Z", "2026-12-31T23:30:00Z"})
    void threeParsersAgreeOnTheMoments(String moment) throws Exception {
        Instant start = Instant.parse(moment);
        Instant end = start.plus(Duration.ofMinutes(75));
        String file = file(start, 3, false);

        VEvent one = Biweekly.parse(file).first().getEvents().get(0);
        assertThat(one.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(one.getDateEnd().getValue().toInstant()).isEqualTo(end);
        assertThat(one.getUid().getValue()).isEqualTo(ID + "@anteroom.clinic");
        assertThat(one.getLocation().getValue()).isEqualTo(PLACE);
        assertThat(Biweekly.parse(file).first().validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();

        Calendar two = new CalendarBuilder().build(new StringReader(file));
        net.fortuna.ical4j.model.component.VEvent second = (net.fortuna.ical4j.model.component.VEvent) two.getComponents("VEVENT").get(0);
        assertThat(Instant.from(second.getDateTimeStart().getDate())).isEqualTo(start);
        assertThat(Instant.from(second.getDateTimeEnd().getDate())).isEqualTo(end);
        assertThat(two.validate().hasErrors()).isFalse();

        assertThat(third(file)).isEqualTo(start.toEpochMilli() + " " + end.toEpochMilli() + " 3 " + PLACE);
    }

    /** ical.js, the parser of Thunderbird's calendar. */
    private static String third(String file) throws IOException {
        Context context = Context.enter();
        try (InputStream script = CalendarFileTest.class.getResourceAsStream("ical.min.js")) {
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setOptimizationLevel(-1);
            Scriptable scope = context.initStandardObjects();
            context.evaluateString(scope, new String(script.readAllBytes(), StandardCharsets.UTF_8), "ical.js", 1, null);
            scope.put("file", scope, file);
            return Context.toString(context.evaluateString(scope, """
                    var e = new ICAL.Event(new ICAL.Component(ICAL.parse(String(file))).getFirstSubcomponent('vevent'));
                    e.startDate.toUnixTime() * 1000 + ' ' + e.endDate.toUnixTime() * 1000 + ' ' + e.sequence + ' ' + e.location""", "test", 1, null));
        } finally {
            Context.exit();
        }
    }

    @Test
    void aMoveAndACancellationChangeTheSameEvent() {
        VEvent booked = Biweekly.parse(file(STAMP, 1, false)).first().getEvents().get(0);
        VEvent moved = Biweekly.parse(file(STAMP.plusSeconds(3600), 2, false)).first().getEvents().get(0);
        String off = file(STAMP.plusSeconds(3600), 3, true);
        VEvent cancelled = Biweekly.parse(off).first().getEvents().get(0);
        assertThat(List.of(moved.getUid().getValue(), cancelled.getUid().getValue())).containsOnly(booked.getUid().getValue());
        assertThat(List.of(booked.getSequence().getValue(), moved.getSequence().getValue(), cancelled.getSequence().getValue())).containsExactly(1, 2, 3);
        assertThat(off).contains("METHOD:CANCEL\r\n").contains("STATUS:CANCELLED\r\n");
        assertThat(file(STAMP, 1, false)).contains("METHOD:PUBLISH\r\n").contains("STATUS:CONFIRMED\r\n");
    }

    @Test
    void noLineIsLongerThan75Bytes() {
        assertThat(file(STAMP, 1, false).split("\r\n")).allSatisfy(line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75)).doesNotContain("");
    }

    @Test
    void nobodyWritesLinesOfTheirOwn() {
        CalendarEvent sly = new CalendarEvent(ID, 1, TimeRange.startingAt(STAMP, Duration.ofHours(1)), "A\r\nATTACH:http://evil.example", "B", false);
        String file = CalendarFile.of(sly, "Clinic\"\r\nX-EVIL:1", "desk@anteroom.example", STAMP);
        assertThat(file.lines()).noneMatch(line -> line.startsWith("ATTACH") || line.startsWith("X-EVIL"));
    }
}
