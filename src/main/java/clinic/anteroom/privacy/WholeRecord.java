package clinic.anteroom.privacy;

import clinic.anteroom.care.Order;
import clinic.anteroom.directory.PatientSummary;
import clinic.anteroom.intake.SentForm;
import clinic.anteroom.scheduling.Visit;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is held about one patient, but the trail, which has a page of its own.
 *
 * @param who     never null
 * @param forms   with their answers, the newest first
 * @param orders  as others read them, the newest first
 * @param visits  as others read them, by start
 * @param entries everything else, and orders and visits with what is written beside them; by kind, then by time
 * @param files   photos and files of results, the oldest first
 * @param takenAt when it was taken out; never null
 */
public record WholeRecord(PatientSummary who, List<SentForm> forms, List<Order> orders, List<Visit> visits, List<RecordEntry> entries,
        List<RecordFile> files, Instant takenAt) {

    public WholeRecord {
        forms = List.copyOf(forms);
        orders = List.copyOf(orders);
        visits = List.copyOf(visits);
        entries = List.copyOf(entries);
        files = List.copyOf(files);
    }

    /** One sheet; empty if nothing of it is held. */
    public List<RecordEntry> of(RecordKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
