package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hours that have an order and no times. The desk opens them and puts people on them; whoever sees the patients, or the desk for them, says who is in and
 * who was seen. Their time is kept from every booking by the database.
 */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class DayListService {

    private static final int MOST = 60;

    @Inject
    DayLists lists;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** The lists of a day by their beginning; whoever stands on them was seen by who asks. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<DayList> on(LocalDate day) {
        List<DayList> all = lists.in(new ClinicDay(day, time.zone()).whole());
        Map<UUID, UUID> shown = new LinkedHashMap<>();
        all.forEach(list -> list.entries().forEach(entry -> shown.put(entry.id(), entry.patientId())));
        audit.viewed("DayListEntry", shown);
        return all;
    }

    /**
     * Opens a list and blocks its time. Visits that are booked in it stay, and are found in the report of odd bookings.
     *
     * @throws DayListRefused fields {@code person}, {@code opens}, {@code closes}, {@code name}, {@code most}
     */
    public UUID open(OpenDayList command) {
        List<FieldRefused> faults = new ArrayList<>();
        refuseIf(command.person() == null, "person", "refusal.list_person", faults);
        refuseIf(command.name() == null || command.name().isBlank(), "name", "refusal.list_name", faults);
        refuseIf(command.most() == null || command.most() < 1 || command.most() > MOST, "most", "refusal.list_most", faults);
        refuseIf(command.day() == null || command.from() == null, "opens", "refusal.list_from", faults);
        refuseIf(command.to() == null || command.from() != null && !command.to().isAfter(command.from()), "closes", "refusal.list_to", faults);
        if (faults.isEmpty()) {
            TimeRange when = new TimeRange(command.day().atTime(command.from()).atZone(time.zone()).toInstant(), command.day().atTime(command.to()).atZone(time.zone()).toInstant());
            refuseIf(!when.end().isAfter(time.now()), "closes", "refusal.list_past", faults);
            refuseIf(lists.overlaps(command.person(), when), "opens", "refusal.list_twice", faults);
            if (faults.isEmpty()) {
                UUID id = lists.open(command.person(), when, command.name().strip(), command.most(), me(), time.now());
                audit.record(AuditedAction.CREATE, "Schedule", id, null);
                return id;
            }
        }
        throw new DayListRefused(faults);
    }

    /**
     * Puts somebody on a list.
     *
     * @param list  null for one that the page does not know any more
     * @param words why they come, at most 200 characters; null or blank for nothing
     * @param first before the others who wait, and not after them
     * @throws DayListGone    if there is no such list
     * @throws DayListRefused field {@code words}: full, or they stand on it already
     */
    public void add(UUID list, UUID patient, String words, boolean first) {
        boolean room = Optional.ofNullable(list).flatMap(lists::lock).orElseThrow(DayListGone::new);
        List<FieldRefused> faults = new ArrayList<>();
        refuseIf(!room, "words", "refusal.list_full", faults);
        refuseIf(lists.waits(list, patient), "words", "refusal.list_on_it", faults);
        if (!faults.isEmpty()) {
            throw new DayListRefused(faults);
        }
        UUID entry = lists.add(list, patient, words == null ? "" : words.strip(), first, me(), time.now());
        audit.record(AuditedAction.CREATE, "DayListEntry", entry, patient);
    }

    /** Says where somebody is now. Already there, or by somebody else meanwhile, it stays as it is; back on a list that is full by now refuses. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public void step(UUID entry, ListState to) {
        Object[] row = lists.find(entry).orElseThrow(DayListGone::new);
        boolean room = lists.lock(Rows.id(row[0])).orElseThrow(DayListGone::new);
        UUID patient = Rows.id(row[1]);
        boolean comesBack = lists.needsAPlace(entry);
        if (comesBack && (!room || lists.waits(Rows.id(row[0]), patient))) {
            throw new DayListRefused(List.of(new FieldRefused("list", room ? "refusal.list_on_it" : "refusal.list_full")));
        }
        if (lists.step(entry, to, time.now())) {
            audit.record(AuditedAction.UPDATE, "DayListEntry", entry, patient);
        }
    }

    /** Changes places with who waits before or after them; nothing for the first and the last. */
    public void move(UUID entry, boolean up) {
        Object[] row = lists.find(entry).orElseThrow(DayListGone::new);
        lists.lock(Rows.id(row[0]));
        lists.move(entry, up ? -1 : 1);
        audit.record(AuditedAction.UPDATE, "DayListEntry", entry, Rows.id(row[1]));
    }

    /** Whether a block is the time of a list. */
    public boolean is(UUID block) {
        return lists.lock(block).isPresent();
    }

    /** Opens the time again. Refuses once somebody stands on the list. */
    public void close(UUID list) {
        lists.lock(list).orElseThrow(DayListGone::new);
        if (!lists.close(list)) {
            throw new DayListRefused(List.of(new FieldRefused("list", "refusal.list_in_use")));
        }
        audit.record(AuditedAction.UPDATE, "Schedule", list, null);
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }

    private static void refuseIf(boolean fault, String field, String key, List<FieldRefused> faults) {
        if (fault) {
            faults.add(new FieldRefused(field, key));
        }
    }
}
