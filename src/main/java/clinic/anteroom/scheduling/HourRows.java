package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.OpeningException;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads when everybody works. */
final class HourRows {

    private final EntityManager entities;

    HourRows(EntityManager entities) {
        this.entities = entities;
    }

    Catalogue.Hours hours() {
        return new Catalogue.Hours(weekly(), reserved(), exceptions(), absences(), blocked(), closures(), extraSeats());
    }

    private Map<UUID, List<WeeklyOpening>> weekly() {
        Map<UUID, List<WeeklyOpening>> weekly = new HashMap<>();
        for (Object[] row : rows("select resource_id, weekday, opens, closes, valid_from, valid_to from opening")) {
            weekly.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(opening(row));
        }
        return weekly;
    }

    private List<Catalogue.Reserved> reserved() {
        return rows("select resource_id, weekday, opens, closes, valid_from, valid_to, visit_type from reserved_time").stream()
                .map(row -> new Catalogue.Reserved(Rows.id(row[0]), (String) row[6], opening(row))).toList();
    }

    private Map<UUID, List<OpeningException>> exceptions() {
        Map<UUID, List<OpeningException>> exceptions = new HashMap<>();
        for (Object[] row : rows("select resource_id, on_date, opens, closes from opening_exception")) {
            exceptions.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>())
                    .add(new OpeningException(Rows.date(row[1]), Rows.time(row[2]), Rows.time(row[3])));
        }
        return exceptions;
    }

    private Map<UUID, List<TimeRange>> absences() {
        Map<UUID, List<TimeRange>> absences = new HashMap<>();
        for (Object[] row : rows("select resource_id, lower(during), upper(during) from absence where visit_type is null")) {
            absences.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(Rows.range(row[1], row[2]));
        }
        return absences;
    }

    private List<Catalogue.Blocked> blocked() {
        return rows("select resource_id, visit_type, lower(during), upper(during) from absence where visit_type is not null").stream()
                .map(row -> new Catalogue.Blocked(Rows.id(row[0]), (String) row[1], Rows.range(row[2], row[3]))).toList();
    }

    private List<Closure> closures() {
        return rows("select from_date, to_date, name from closure order by from_date").stream()
                .map(row -> new Closure(Rows.date(row[0]), Rows.date(row[1]), (String) row[2])).toList();
    }

    private List<Catalogue.ExtraSeats> extraSeats() {
        return rows("select resource_id, weekday, opens, closes, seats from overbooking_seat").stream()
                .map(row -> new Catalogue.ExtraSeats(Rows.id(row[0]), Rows.number(row[4]), new WeeklyOpening(DayOfWeek.of(Rows.number(row[1])),
                        Rows.time(row[2]), Rows.time(row[3]), LocalDate.EPOCH, null))).toList();
    }

    private List<Object[]> rows(String query) {
        return Rows.of(entities.createNativeQuery(query));
    }

    private static WeeklyOpening opening(Object[] row) {
        return new WeeklyOpening(DayOfWeek.of(Rows.number(row[1])), Rows.time(row[2]), Rows.time(row[3]), Rows.date(row[4]), Rows.date(row[5]));
    }
}
