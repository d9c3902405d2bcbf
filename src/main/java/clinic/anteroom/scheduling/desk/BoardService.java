package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The board of the desk. Whoever is shown stands in the audit trail. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class BoardService {

    @Inject
    Boards boards;

    @Inject
    AuditService audit;

    /** How full some days are, in one query; it names no patient. */
    public Board nameless(LocalDate from, int days) {
        return boards.nameless(from, days);
    }

    /**
     * Some days of the clinic, in one query.
     *
     * @param days 1 to 7
     * @param seen ids of visits that this desk has looked at in this session: a board that is only drawn again is no new look.
     *             What is new on it is added
     */
    public Board board(LocalDate from, int days, Set<UUID> seen) {
        if (days < 1 || days > 7) {
            throw new IllegalArgumentException(days + " days on a board.\nMaybe a page sent a number outside 1 to 7.");
        }
        Board board = boards.of(from, days);
        Set<UUID> fresh = new HashSet<>(board.visits().keySet());
        fresh.removeAll(seen);
        audit.viewed("Appointment", fresh.stream().collect(Collectors.toMap(id -> id, id -> board.visits().get(id).patientId())));
        seen.addAll(fresh);
        return board;
    }
}
