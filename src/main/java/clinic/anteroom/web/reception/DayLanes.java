package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.DaySheet;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.shared.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Lays a day out: one lane for each person, room and machine, with what is booked, kept free and closed. */
final class DayLanes {

    private final TimeRange shown;
    private final UnaryOperator<String> words;

    /**
     * @param shown from the first to the last hour drawn
     * @param words the sentence of a key below {@code reception_day.}
     */
    DayLanes(TimeRange shown, UnaryOperator<String> words) {
        this.shown = shown;
        this.words = words;
    }

    /** The lanes, in the order of the sheet's columns. */
    List<DayLane> of(DaySheet sheet) {
        Map<UUID, List<DaySheet.Bar>> bars = sheet.bars().stream().collect(Collectors.groupingBy(DaySheet.Bar::resourceId));
        List<DayLane> lanes = new ArrayList<>();
        ResourceKind before = null;
        for (DaySheet.Column column : sheet.columns()) {
            List<DayBar> drawn = new ArrayList<>(closed(column));
            drawn.addAll(booked(bars.getOrDefault(column.resourceId(), List.of())));
            drawn.sort(Comparator.comparing(DayBar::start));
            lanes.add(new DayLane(column.name(), kind(column.kind()), column.kind() != before, drawn));
            before = column.kind();
        }
        return lanes;
    }

    private List<DayBar> closed(DaySheet.Column column) {
        String word = words.apply(column.kind() == ResourceKind.PRACTITIONER ? "not_in" : "closed");
        return Timeline.of(List.of(shown)).minus(Timeline.of(column.open())).ranges().stream()
                .map(range -> new DayBar(range.start(), range.end(), word, "", "is-closed", null)).toList();
    }

    private List<DayBar> booked(List<DaySheet.Bar> bars) {
        List<DayBar> drawn = new ArrayList<>();
        for (DaySheet.Bar bar : bars) {
            boolean joinsBefore = bars.stream().anyMatch(other -> sameVisit(bar, other) && other.phase().end().equals(bar.phase().start()));
            boolean joinsNext = bars.stream().anyMatch(other -> sameVisit(bar, other) && other.phase().start().equals(bar.phase().end()));
            boolean tail = bar.taken().end().isAfter(bar.phase().end());
            String style = style(bar.status()) + (joinsBefore ? " joins-before" : "") + (joinsNext || tail ? " joins-next" : "");
            if (bar.taken().start().isBefore(bar.phase().start())) {
                drawn.add(buffer(new TimeRange(bar.taken().start(), bar.phase().start()), "prepare", "is-tail joins-next"));
            }
            drawn.add(new DayBar(bar.phase().start(), bar.phase().end(), bar.patientName(), bar.phaseName(), style.trim(), bar.appointmentId()));
            if (tail) {
                drawn.add(buffer(new TimeRange(bar.phase().end(), bar.taken().end()), "clean_up", "is-tail joins-before"));
            }
        }
        return drawn;
    }

    private DayBar buffer(TimeRange range, String word, String style) {
        return new DayBar(range.start(), range.end(), words.apply(word), "", style, null);
    }

    private static boolean sameVisit(DaySheet.Bar one, DaySheet.Bar other) {
        return one != other && one.appointmentId().equals(other.appointmentId());
    }

    private static String style(AppointmentStatus status) {
        return switch (status) {
            case PROPOSED, PENDING -> "is-held";
            case FULFILLED -> "is-done";
            default -> "";
        };
    }

    private static String kind(ResourceKind kind) {
        return switch (kind) {
            case PRACTITIONER, PATIENT -> "person";
            case LOCATION -> "room";
            case DEVICE -> "machine";
        };
    }
}
