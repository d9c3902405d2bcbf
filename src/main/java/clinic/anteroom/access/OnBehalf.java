package clinic.anteroom.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Whether what this request does for a patient is done by somebody else, who has the right to; the trail names both. */
@RequestScoped
public class OnBehalf {

    private UUID carer;

    /** From now on it is this person; null for the patient's own hand. */
    public void by(UUID person) {
        carer = person;
    }

    /** Who acts; empty for the patient's own hand. */
    public Optional<UUID> carer() {
        return Optional.ofNullable(carer);
    }
}
