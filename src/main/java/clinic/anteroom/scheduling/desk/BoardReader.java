package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.OntarioHolidays;
import clinic.anteroom.scheduling.finder.OpeningException;
import clinic.anteroom.scheduling.finder.OpeningHours;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.TimeRange;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the document of {@link Boards} into a board; hours are computed by the finder's own {@link OpeningHours}. */
final class BoardReader {

    private final JsonObject document;
    private final ZoneId zone;
    private final boolean ontario;

    BoardReader(JsonObject document, ZoneId zone, boolean ontario) {
        this.document = document;
        this.zone = zone;
        this.ontario = ontario;
    }

    Board read(LocalDate from, int days, TimeRange whole) {
        List<Closure> closures = closures(from, from.plusDays(days - 1L));
        Map<LocalDate, String> closedFor = new LinkedHashMap<>();
        from.datesUntil(from.plusDays(days)).forEach(day -> closures.stream().filter(closure -> closure.covers(day)).findFirst()
                .ifPresent(closure -> closedFor.put(day, closure.name())));
        Map<UUID, Board.BoardVisit> visits = new LinkedHashMap<>();
        list("visits").forEach(row -> {
            Board.BoardVisit visit = visit(row.asJsonObject());
            visits.put(visit.id(), visit);
        });
        return new Board(from, days, closedFor, columns(whole, closures), visits, rows("bars").map(BoardReader::bar).toList(),
                rows("notes").map(row -> new Board.Note(id(row, 0), text(row, 1), text(row, 2))).toList(),
                rows("groups").map(row -> new Board.Group(id(row, 0), text(row, 1), members(row))).toList());
    }

    private static List<UUID> members(JsonArray group) {
        return group.isNull(2) ? List.of() : group.getJsonArray(2).getValuesAs(JsonString.class).stream().map(id -> UUID.fromString(id.getString())).toList();
    }

    private List<Closure> closures(LocalDate first, LocalDate last) {
        List<Closure> closures = new ArrayList<>(rows("closures").map(row -> new Closure(date(row, 0), date(row, 1), text(row, 2))).toList());
        for (int year = first.getYear(); ontario && year <= last.getYear(); year++) {
            closures.addAll(OntarioHolidays.of(year));
        }
        return closures;
    }

    private List<Board.Column> columns(TimeRange whole, List<Closure> closures) {
        Map<UUID, List<WeeklyOpening>> weekly = byResource("weekly", BoardReader::weekly);
        Map<UUID, List<OpeningException>> exceptions = byResource("exceptions",
                row -> new OpeningException(date(row, 1), wall(row, 2), wall(row, 3)));
        Map<UUID, List<Board.Away>> away = rows("away").collect(Collectors.groupingBy(row -> id(row, 1),
                Collectors.mapping(row -> new Board.Away(id(row, 0), range(row, 2), text(row, 4), text(row, 5)), Collectors.toList())));
        Map<UUID, List<JsonArray>> kept = byResource("kept", row -> row);
        OpeningHours hours = new OpeningHours(zone, closures);
        return rows("columns").map(row -> {
            UUID id = id(row, 0);
            List<Board.Away> blocked = away.getOrDefault(id, List.of());
            Timeline open = hours.during(whole, weekly.getOrDefault(id, List.of()), exceptions.getOrDefault(id, List.of()))
                    .minus(Timeline.of(blocked.stream().filter(block -> block.visitType() == null).map(Board.Away::when).toList()));
            return new Board.Column(id, ResourceKind.valueOf(text(row, 1)), text(row, 2), open.ranges(),
                    kept(hours, whole, kept.getOrDefault(id, List.of())), blocked);
        }).toList();
    }

    private static List<Board.Kept> kept(OpeningHours hours, TimeRange whole, List<JsonArray> rows) {
        return rows.stream().flatMap(row -> hours.during(whole, List.of(weekly(row))).ranges().stream()
                .map(range -> new Board.Kept(range, text(row, 6)))).toList();
    }

    private static WeeklyOpening weekly(JsonArray row) {
        return new WeeklyOpening(DayOfWeek.of(row.getInt(1)), wall(row, 2), wall(row, 3), date(row, 4), date(row, 5));
    }

    private static Board.BoardVisit visit(JsonObject row) {
        String missing = row.getString("missing", "");
        return new Board.BoardVisit(UUID.fromString(row.getString("id")), row.getInt("version"), UUID.fromString(row.getString("patient")),
                row.getString("given"), row.getString("family"), LocalDate.parse(row.getString("born")), row.getString("phone", null), row.getString("type"),
                row.getString("name"), AppointmentStatus.valueOf(row.getString("status")),
                new TimeRange(moment(row.get("starts")), moment(row.get("ends"))), row.getInt("phases"), moment(row.get("held")), moment(row.get("since")),
                row.getString("place", null), moment(row.get("placeSince")), row.getString("answer", null), row.getString("note", null),
                row.getString("alert", null), row.getBoolean("interpreter"), row.getBoolean("mobility"), row.getBoolean("overbooked"), row.getBoolean("due"),
                missing.isEmpty() ? List.of() : List.of(missing.split(",")), row.getInt("noShows"), row.getBoolean("first"), row.getBoolean("waiting"),
                row.getString("reference"));
    }

    private static Board.Bar bar(JsonArray row) {
        return new Board.Bar(id(row, 0), id(row, 1), row.getInt(2), row.getInt(3), text(row, 4), range(row, 5), range(row, 7));
    }

    private <T> Map<UUID, List<T>> byResource(String name, Function<JsonArray, T> read) {
        return rows(name).collect(Collectors.groupingBy(row -> id(row, 0), Collectors.mapping(read, Collectors.toList())));
    }

    private java.util.stream.Stream<JsonArray> rows(String name) {
        return list(name).stream().map(JsonValue::asJsonArray);
    }

    private List<JsonValue> list(String name) {
        return document.isNull(name) ? List.of() : document.getJsonArray(name);
    }

    private static UUID id(JsonArray row, int at) {
        return UUID.fromString(row.getString(at));
    }

    private static String text(JsonArray row, int at) {
        return row.isNull(at) ? null : row.getString(at);
    }

    private static LocalDate date(JsonArray row, int at) {
        return row.isNull(at) ? null : LocalDate.parse(row.getString(at));
    }

    private static LocalTime wall(JsonArray row, int at) {
        return row.isNull(at) ? null : LocalTime.parse(row.getString(at));
    }

    private static TimeRange range(JsonArray row, int at) {
        return new TimeRange(moment(row.get(at)), moment(row.get(at + 1)));
    }

    private static Instant moment(JsonValue seconds) {
        return seconds == null || seconds == JsonValue.NULL ? null : Instant.ofEpochMilli(
                ((JsonNumber) seconds).bigDecimalValue().movePointRight(3).longValue());
    }
}
