package clinic.anteroom.scheduling;

import clinic.anteroom.shared.TimeRange;
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
final class Rows {

    private Rows() {
    }

    /** The rows of a query with at least two columns. */
    @SuppressWarnings("unchecked")
    static List<Object[]> of(Query query) {
        return query.getResultList();
    }

    /** The rows of a query with one column of ids. */
    @SuppressWarnings("unchecked")
    static List<UUID> ids(Query query) {
        return query.getResultList().stream().map(id -> id(id)).toList();
    }

    static UUID id(Object column) {
        return column == null || column instanceof UUID ? (UUID) column : UUID.fromString(column.toString());
    }

    static Instant instant(Object column) {
        if (column instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    static LocalTime time(Object column) {
        return column instanceof Time time ? time.toLocalTime() : (LocalTime) column;
    }

    static int number(Object column) {
        return ((Number) column).intValue();
    }

    static TimeRange range(Object start, Object end) {
        return new TimeRange(instant(start), instant(end));
    }
}
