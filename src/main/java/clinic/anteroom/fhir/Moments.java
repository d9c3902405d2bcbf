package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;

/** FHIR's dates and times, read and written as text: HAPI's own accessors speak the old dates of Java. */
final class Moments {

    private Moments() {
    }

    static InstantType instant(Instant moment) {
        return new InstantType(text(moment));
    }

    static DateTimeType dateTime(Instant moment) {
        return new DateTimeType(text(moment));
    }

    /** The first moment that a partial date covers; without an offset it is meant in the clinic's zone. */
    static Instant first(String value, ZoneId zone) {
        return range(value, zone)[0];
    }

    /** The first moment after what a partial date covers. */
    static Instant after(String value, ZoneId zone) {
        return range(value, zone)[1];
    }

    private static Instant[] range(String value, ZoneId zone) {
        try {
            return read(value.strip().replace(' ', '+'), zone);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("\"" + value + "\" is no date or time as FHIR writes it, for example 2026-11-30 or 2026-11-30T09:00:00-05:00.");
        }
    }

    private static Instant[] read(String value, ZoneId zone) {
        if (value.contains("T")) {
            Instant moment = moment(value, zone);
            return new Instant[] {moment, moment.plus(1, unit(value))};
        }
        LocalDate first = switch (value.length()) {
            case 4 -> Year.parse(value).atDay(1);
            case 7 -> YearMonth.parse(value).atDay(1);
            default -> LocalDate.parse(value);
        };
        LocalDate next = value.length() == 4 ? first.plusYears(1) : value.length() == 7 ? first.plusMonths(1) : first.plusDays(1);
        return new Instant[] {first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant()};
    }

    private static ChronoUnit unit(String value) {
        if (value.contains(".")) {
            return ChronoUnit.MILLIS;
        }
        return value.matches(".*T\\d\\d:\\d\\d(Z|[+-].*)?") ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    }

    private static Instant moment(String value, ZoneId zone) {
        boolean offset = value.endsWith("Z") || value.matches(".*[+-]\\d\\d:\\d\\d");
        return offset ? OffsetDateTime.parse(value).toInstant() : LocalDateTime.parse(value).atZone(zone).toInstant();
    }

    /** As FHIR writes it, in UTC and to the second. */
    static String text(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString().replaceFirst("T(\\d\\d:\\d\\d)Z", "T$1:00Z");
    }
}
