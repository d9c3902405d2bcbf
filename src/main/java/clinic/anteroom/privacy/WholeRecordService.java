package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.care.OrderQuery;
import clinic.anteroom.care.OrderService;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.intake.FormService;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.VisitPage;
import clinic.anteroom.scheduling.VisitQuery;
import clinic.anteroom.scheduling.VisitService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A patient's whole record, for who hands it out. Locks do not hold against the officer: a lock is part of the record. */
@Stateless
@RolesAllowed(Roles.PRIVACY_OFFICER)
public class WholeRecordService {

    private static final int VISITS_AT_ONCE = 500;

    @Inject
    PatientService patients;

    @Inject
    FormService forms;

    @Inject
    OrderService orders;

    @Inject
    VisitService visits;

    @Inject
    Records records;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Everything held about this patient; empty if there is no such patient. That it was taken out, and why, is in the trail. */
    public Optional<WholeRecord> take(UUID patientId, RecordReason reason) {
        Optional<PatientSummary> who = patients.find(patientId);
        who.ifPresent(patient -> audit.record(AuditedAction.VIEW, "Bundle", null, patientId, reason.name()));
        return who.map(patient -> new WholeRecord(patient, forms.ofPatient(patientId), orders.orders(new OrderQuery(null, patientId, null, null)),
                visitsOf(patientId), records.of(patientId), records.files(patientId), time.now()));
    }

    private List<Visit> visitsOf(UUID patientId) {
        List<Visit> all = new ArrayList<>();
        VisitPage page;
        do {
            page = visits.visits(new VisitQuery(null, patientId, null, null, null, Set.of(), null, all.size(), VISITS_AT_ONCE));
            all.addAll(page.visits());
        } while (page.visits().size() == VISITS_AT_ONCE);
        return all;
    }
}
