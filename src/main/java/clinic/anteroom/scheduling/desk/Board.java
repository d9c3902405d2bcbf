package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Some days of the clinic, to draw people, rooms and machines side by side.
 *
 * @param from      first day; never null
 * @param days      how many days, 1 to 7
 * @param closedFor name of the closure by day; ordinary days are missing
 * @param columns   people first, then rooms, then machines, by name
 * @param visits    everything that is on the bars, by id
 * @param bars      one for each phase and resource, by start
 * @param notes     what is pinned over the first day
 * @param groups    saved sets of columns, by name
 */
public record Board(LocalDate from, int days, Map<LocalDate, String> closedFor, List<Column> columns, Map<UUID, BoardVisit> visits, List<Bar> bars,
                    List<Note> notes, List<Group> groups) {

    /**
     * Somebody or something.
     *
     * @param open when it works in these days, blocked time taken off
     * @param kept hours that are kept for one kind of visit
     * @param away stretches that somebody blocked, with the reason
     */
    public record Column(UUID id, ResourceKind kind, String name, List<TimeRange> open, List<Kept> kept, List<Away> away) {

        public Column {
            open = List.copyOf(open);
            kept = List.copyOf(kept);
            away = List.copyOf(away);
        }
    }

    /** Hours kept for one kind of visit. */
    public record Kept(TimeRange when, String visitType) {
    }

    /** Time that is blocked: for one kind of visit, or for all of them if that is null. */
    public record Away(UUID id, TimeRange when, String visitType, String reason) {
    }

    /** A phase of a visit in one column; {@code phase} is when the patient is in it, {@code taken} the same with buffers. */
    public record Bar(UUID visitId, UUID resourceId, int ordinal, int seat, String phaseName, TimeRange phase, TimeRange taken) {
    }

    /**
     * What a bar says of its visit.
     *
     * @param phases      how many phases it has
     * @param heldUntil   when a hold ends; null for everything that is no hold
     * @param since       since when it stands where it stands; null if nobody knows
     * @param place       ROOM or DOCTOR, or null
     * @param placeSince  since when the patient is there; null with {@code place}
     * @param answer      ASKED, CONFIRMED or NO_ANSWER, or null
     * @param note        what is written on the visit, or null
     * @param alert       what is written on the patient, or null
     * @param screeningDue whether questions before the test are still open
     * @param missing     codes of what has to be settled before it; perhaps empty
     * @param noShows     how often this patient did not come
     * @param first       whether it is the patient's first visit here
     */
    public record BoardVisit(UUID id, int version, UUID patientId, String givenName, String familyName, LocalDate birthDate, String phone, String visitType,
                             String visitName, AppointmentStatus status, TimeRange whole, int phases, Instant heldUntil, Instant since, String place,
                             Instant placeSince, String answer, String note, String alert, boolean interpreter, boolean mobility, boolean overbooked,
                             boolean screeningDue, List<String> missing, int noShows, boolean first, boolean waiting, String reference) {

        public BoardVisit {
            missing = List.copyOf(missing);
        }

        /** Whole years on that day. */
        public int ageOn(LocalDate day) {
            return java.time.Period.between(birthDate, day).getYears();
        }
    }

    /** What is pinned over a day. */
    public record Note(UUID id, String words, String by) {
    }

    /** A saved set of columns. */
    public record Group(UUID id, String name, List<UUID> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    public Board {
        closedFor = Map.copyOf(closedFor);
        columns = List.copyOf(columns);
        visits = Map.copyOf(visits);
        bars = List.copyOf(bars);
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
    }
}
