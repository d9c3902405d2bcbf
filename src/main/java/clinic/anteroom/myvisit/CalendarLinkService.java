package clinic.anteroom.myvisit;

import clinic.anteroom.scheduling.CalendarService;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** The address by which a patient's own calendar program follows the visits: when and where, never why. */
@Stateless
@PermitAll // The key of the session is the proof.
public class CalendarLinkService {

    @Inject
    Proofs proofs;

    @Inject
    CalendarService calendar;

    /** Whether an address is in use; never for somebody who may see single visits only. */
    public boolean isOpen(String key) {
        Proofs.Proof proof = proofs.of(key);
        return proof.everything() && calendar.hasFeed(proof.patientId());
    }

    /** A new secret, 32 hex digits, told this once; the address before it ends. Refuses who may see single visits only. */
    public String open(String key) {
        UUID patientId = proofs.everythingOf(key);
        return calendar.openFeed(patientId);
    }

    /** Ends the address: calendars that follow it are told nothing any more. */
    public void close(String key) {
        calendar.closeFeed(proofs.everythingOf(key));
    }
}
