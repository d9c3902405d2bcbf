package clinic.anteroom.scheduling.desk;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where everybody of a day is. Whoever is shown stands in the audit trail. */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
public class FlowService {

    @Inject
    Flows flows;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /**
     * A day, in one query.
     *
     * @param seen ids of visits that this desk has looked at in this session; what is new is added
     */
    public Flow day(LocalDate date, Set<UUID> seen) {
        Flow flow = flows.of(new ClinicDay(date, time.zone()).whole());
        Set<UUID> fresh = flow.rows().stream().map(Flow.Row::id).collect(Collectors.toCollection(HashSet::new));
        fresh.removeAll(seen);
        audit.viewed("Appointment", flow.rows().stream().filter(row -> fresh.contains(row.id())).collect(Collectors.toMap(Flow.Row::id, Flow.Row::patientId)));
        seen.addAll(fresh);
        return flow;
    }
}
