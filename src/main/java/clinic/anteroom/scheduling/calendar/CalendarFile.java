package clinic.anteroom.scheduling.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar as text (RFC 5545, method as in RFC 5546). */
public final class CalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final String organizerName;
    private final String organizerAddress;

    private CalendarFile(String organizerName, String organizerAddress) {
        this.organizerName = organizerName;
        this.organizerAddress = organizerAddress;
    }

    /**
     * One visit. Opening it again after a move or a cancellation changes the entry that is there.
     *
     * @param clinic  name of the clinic; never null
     * @param address the clinic's mail address; never null
     * @param stamp   when the file is written; never null
     */
    public static String of(CalendarEvent event, String clinic, String address, Instant stamp) {
        return new CalendarFile(clinic, address).write(event.cancelled() ? "CANCEL" : "PUBLISH", List.of(event), stamp);
    }

    /** All visits of a patient, for a calendar that looks again and again. */
    public static String feed(List<CalendarEvent> events, String clinic, String address, Instant stamp) {
        return new CalendarFile(clinic, address).write("PUBLISH", events, stamp);
    }

    private String write(String method, List<CalendarEvent> events, Instant stamp) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//anteroom//anteroom//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:" + method);
        events.forEach(event -> write(event, stamp));
        line("END:VCALENDAR");
        return text.toString();
    }

    private void write(CalendarEvent event, Instant stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + event.id() + "@anteroom.clinic");
        line("SEQUENCE:" + event.sequence());
        line("DTSTAMP:" + MOMENT.format(stamp));
        line("DTSTART:" + MOMENT.format(event.when().start()));
        line("DTEND:" + MOMENT.format(event.when().end()));
        line("SUMMARY:" + escaped(event.summary()));
        line("LOCATION:" + escaped(event.place()));
        line("ORGANIZER;CN=\"" + organizerName.replaceAll("[\"\\p{Cntrl}]", " ") + "\":mailto:" + organizerAddress);
        line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line("CLASS:PRIVATE");
        line("TRANSP:" + (event.cancelled() ? "TRANSPARENT" : "OPAQUE"));
        line("END:VEVENT");
    }

    /** Ends the line, folded so that no piece is longer than 75 bytes and no letter is cut. */
    private void line(String content) {
        int bytes = 0;
        for (int i = 0; i < content.length(); ) {
            String letter = Character.toString(content.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(letter);
            bytes += size;
            i += letter.length();
        }
        text.append("\r\n");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
    }
}
