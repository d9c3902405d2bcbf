package clinic.anteroom.scheduling.desk;

import clinic.anteroom.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everybody of one day by where they are.
 *
 * @param columns people, rooms and machines that can be booked, in the board's order
 * @param sites   houses that have rooms, by name
 * @param rows    visits by start, those that were called off or missed among them
 */
public record Flow(List<Thing> columns, List<Thing> sites, List<Row> rows) {

    public Flow {
        columns = List.copyOf(columns);
        sites = List.copyOf(sites);
        rows = List.copyOf(rows);
    }

    /** Somebody or something; {@code kind} is PRACTITIONER, LOCATION or DEVICE, {@code site} the house of a room, or null. */
    public record Thing(UUID id, String kind, String name, UUID site) {
    }

    /** Where somebody is, in the order in which a patient passes it. */
    public enum State {
        LATE, EXPECTED, WAITING, ROOM, DOCTOR, DONE, MISSED, OFF;

        /** Whether its time is free again. */
        public boolean isOver() {
            return this == MISSED || this == OFF;
        }
    }

    /**
     * A visit of the day.
     *
     * @param since     since when it stands where it stands; never null
     * @param cameAt    when the patient came into the house, for this visit or one before it; null for who has not
     * @param leftAt    when the patient left it; null for who has not
     * @param reason    code of why it was called off, or null
     * @param with      people, rooms and machines
     * @param changedBy who changed it last, as the trail says it; null if nobody has since it was booked
     * @param changedAt when that was; null with {@code changedBy}
     */
    public record Row(UUID id, int version, UUID patientId, String givenName, String familyName, String reference, String visitName, AppointmentStatus status, String place,
                      Instant start, Instant end, Instant since, Instant cameAt, Instant leftAt, String reason, List<Thing> with, String changedBy, Instant changedAt) {

        public Row {
            with = List.copyOf(with);
        }

        /** Where the patient is at that moment. */
        public State state(Instant now) {
            return switch (status) {
                case ARRIVED -> State.WAITING;
                case CHECKED_IN -> place == null ? State.WAITING : State.valueOf(place);
                case FULFILLED -> State.DONE;
                case NOSHOW -> State.MISSED;
                case CANCELLED, ENTERED_IN_ERROR -> State.OFF;
                default -> start.isBefore(now) ? State.LATE : State.EXPECTED;
            };
        }

        /** Since when somebody is where they are; who has not come is late since the visit began. */
        public Instant sinceWhen() {
            return status.isAhead() ? start : since;
        }

        /** Whether somebody or something is in it, or a room of that house. */
        public boolean has(UUID thing) {
            return with.stream().anyMatch(one -> one.id().equals(thing) || thing.equals(one.site()));
        }
    }
}
