package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.access.StaffService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A doctor's own absences. From the moment one is saved nobody is booked into it; what was booked before stays booked, and stands in the
 * desk's queue "Somebody is away" until it is moved or called off.
 */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class AwayService {

    /** Why, as codes. */
    public static final List<String> REASONS = List.of("LEAVE", "ILLNESS", "TRAINING", "OTHER_DUTY", "OTHER");

    private static final int MOST_DAYS = 366;
    private static final Map<String, String> WORDS = Map.of("LEAVE", "On leave", "ILLNESS", "Away", "TRAINING", "Training", "OTHER_DUTY", "Other duty", "OTHER", "Away");

    @Inject
    Absences absences;

    @Inject
    StaffService staff;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** Whether the account belongs to somebody who can be booked. */
    public boolean isSomebody() {
        return practitioner().isPresent();
    }

    /** Absences that are not over, the next first; nothing for an account that belongs to nobody. */
    public List<OwnAbsence> mine() {
        return practitioner().map(me -> absences.of(me, time.now())).orElse(List.of());
    }

    /**
     * What is booked in the time, by start; nothing is saved.
     *
     * @throws AwayRefused  fields {@code from}, {@code to}, {@code others}, {@code reason}
     * @throws NobodyToBook if the account belongs to nobody who can be booked
     */
    public List<AffectedVisit> affected(GoAway command) {
        UUID me = practitioner().orElseThrow(NobodyToBook::new);
        List<AffectedVisit> visits = refuse(me, command).stream().flatMap(when -> absences.affected(me, when).stream()).distinct().toList();
        audit.viewed("Appointment", visits.stream().collect(Collectors.toMap(AffectedVisit::visitId, AffectedVisit::patientId, (one, same) -> one)));
        return visits;
    }

    /** How many more are booked then whose patients keep them from the doctor who asks; refuses like {@link #affected}. */
    public int locked(GoAway command) {
        UUID me = practitioner().orElseThrow(NobodyToBook::new);
        return refuse(me, command).stream().mapToInt(when -> absences.locked(me, when)).sum();
    }

    /** Goes away: refuses like {@link #affected}. What the desk reads over the column names no illness. */
    public void away(GoAway command) {
        UUID me = practitioner().orElseThrow(NobodyToBook::new);
        for (TimeRange when : refuse(me, command)) {
            UUID id = absences.add(me, when, command.reason(), WORDS.get(command.reason()), session.getCallerPrincipal().getName());
            audit.record(AuditedAction.CREATE, "Schedule", id, null);
        }
    }

    /** Takes an absence back: the time can be booked again. Somebody else's is as unknown as one that is not there. */
    public void takeBack(UUID absence) {
        UUID me = practitioner().orElseThrow(NobodyToBook::new);
        if (!absences.remove(me, absence)) {
            throw new AwayGone();
        }
        audit.record(AuditedAction.UPDATE, "Schedule", absence, null);
    }

    private Optional<UUID> practitioner() {
        return staff.practitioner(session.getCallerPrincipal().getName());
    }

    private List<TimeRange> refuse(UUID me, GoAway command) {
        List<FieldRefused> faults = new ArrayList<>();
        if (command.reason() == null || !REASONS.contains(command.reason())) {
            faults.add(new FieldRefused("reason", "refusal.away_reason"));
        }
        List<TimeRange> stretches = new ArrayList<>();
        if (command.from() == null) {
            faults.add(new FieldRefused("from", "refusal.away_from"));
        } else {
            Stream.concat(Stream.of(command.from()), command.others().stream()).distinct().sorted()
                    .forEach(day -> check(me, command, day, stretches, faults));
        }
        if (!faults.isEmpty()) {
            throw new AwayRefused(faults.stream().distinct().toList());
        }
        return stretches;
    }

    private void check(UUID me, GoAway command, LocalDate day, List<TimeRange> stretches, List<FieldRefused> faults) {
        String field = day.equals(command.from()) ? "from" : "others";
        LocalDate last = command.to() == null ? day : day.plusDays(ChronoUnit.DAYS.between(command.from(), command.to()));
        Instant start = wall(day, command.fromTime() == null ? LocalTime.MIDNIGHT : command.fromTime());
        Instant end = command.toTime() == null ? wall(last.plusDays(1), LocalTime.MIDNIGHT) : wall(last, command.toTime());
        if (!end.isAfter(start) || last.isAfter(day.plusDays(MOST_DAYS))) {
            faults.add(new FieldRefused("to", "refusal.away_to"));
            return;
        }
        TimeRange when = new TimeRange(start, end);
        if (day.isBefore(time.today()) || !end.isAfter(time.now())) {
            faults.add(new FieldRefused(field, "refusal.away_past"));
        } else if (!stretches.isEmpty() && stretches.get(stretches.size() - 1).end().isAfter(start) || absences.overlaps(me, when)) {
            faults.add(new FieldRefused(field, "refusal.away_twice"));
        }
        stretches.add(when);
    }

    /** The instant of a wall time; one that the spring skips begins when the clocks have moved on. */
    private Instant wall(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(time.zone()).toInstant();
    }
}
