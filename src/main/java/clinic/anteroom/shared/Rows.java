package clinic.anteroom.shared;

import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads the columns of native queries, whose Java types depend on the driver's mood. */
public final class Rows {

    private Rows() {
    }

    /** The rows of a query with at least two columns. */
    @SuppressWarnings("unchecked")
    public static List<Object[]> of(Query query) {
        return query.getResultList();
    }

    /** The rows of a query with one column of ids. */
    @SuppressWarnings("unchecked")
    public static List<UUID> ids(Query query) {
        return query.getResultList().stream().map(id -> id(id)).toList();
    }

    /** An id; null stays null. */
    public static UUID id(Object column) {
        return column == null || column instanceof UUID ? (UUID) column : UUID.fromString(column.toString());
    }

    /** A timestamptz; null stays null. */
    public static Instant instant(Object column) {
        if (column instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    /** A date; null stays null. */
    public static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    /** A time of day; null stays null. */
    public static LocalTime time(Object column) {
        return column instanceof Time time ? time.toLocalTime() : (LocalTime) column;
    }

    /** Any whole number; never null. */
    public static int number(Object column) {
        return ((Number) column).intValue();
    }

    /** The range from one column to the next. */
    public static TimeRange range(Object start, Object end) {
        return new TimeRange(instant(start), instant(end));
    }
}
