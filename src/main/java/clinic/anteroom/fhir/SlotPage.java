package clinic.anteroom.fhir;

import clinic.anteroom.scheduling.TimetableSlot;
import clinic.anteroom.scheduling.finder.VisitType;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;

/**
 * A page of slots that are still rows: making a resource of each takes longer than finding all of them. {@link SlotWriter}
 * writes the rows, or has them made into resources where somebody wants more than plain JSON. Its own entries, behind the
 * slots, are what is included and what there is to say.
 */
final class SlotPage extends Bundle {

    private static final long serialVersionUID = 1L;

    private final transient List<TimetableSlot> rows;
    private final transient Map<String, VisitType> offered;
    private final String address;

    /** @param address in front of the id of each slot */
    SlotPage(List<TimetableSlot> rows, Map<String, VisitType> offered, String address) {
        this.rows = rows;
        this.offered = offered;
        this.address = address;
    }

    List<TimetableSlot> rows() {
        return rows;
    }

    String address() {
        return address;
    }

    /** What the patient reads for a kind of visit. */
    String nameOf(String visitType) {
        return offered.get(visitType).name();
    }

    /** The same as resources. */
    Bundle asResources() {
        Bundle whole = new Bundle();
        whole.setId(getIdElement());
        if (getMeta().hasLastUpdated()) {
            whole.getMeta().setLastUpdatedElement(getMeta().getLastUpdatedElement());
        }
        whole.setType(getType()).setTotal(getTotal()).setLink(getLink());
        for (TimetableSlot row : rows) {
            Slot slot = slot(row, offered);
            whole.addEntry().setFullUrl(address + slot.getIdElement().getIdPart()).setResource(slot).getSearch().setMode(SearchEntryMode.MATCH);
        }
        getEntry().forEach(whole::addEntry);
        return whole;
    }

    /** One slot as a resource. */
    static Slot slot(TimetableSlot found, Map<String, VisitType> offered) {
        Slot slot = new Slot();
        slot.setId(id(found));
        slot.setSchedule(new Reference("Schedule/" + found.resourceId()))
                .setStatus(found.free() ? Slot.SlotStatus.FREE : Slot.SlotStatus.BUSY)
                .setStartElement(Moments.instant(found.when().start()))
                .setEndElement(Moments.instant(found.when().end()));
        if (found.visitType() != null) {
            slot.addServiceType(VisitIds.concept(found.visitType(), offered.get(found.visitType()).name()));
        }
        return slot;
    }

    static String id(TimetableSlot found) {
        return new ComputedId(found.resourceId(), found.when().start(), found.visitType() == null ? null : VisitIds.cut(found.visitType())).text();
    }
}
