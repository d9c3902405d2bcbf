package clinic.anteroom.fhir;

import clinic.anteroom.scheduling.finder.ResourceKind;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;

/** References to people, rooms, machines and patients. */
final class Actors {

    private Actors() {
    }

    static String type(ResourceKind kind) {
        return switch (kind) {
            case PATIENT -> "Patient";
            case PRACTITIONER -> "Practitioner";
            case LOCATION -> "Location";
            case DEVICE -> "Device";
        };
    }

    /** A reference with what a person reads; the name may be null. */
    static Reference reference(ResourceKind kind, UUID id, String name) {
        return new Reference(type(kind) + "/" + id).setDisplay(name);
    }
}
