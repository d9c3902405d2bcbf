package clinic.anteroom.myvisit;

import clinic.anteroom.intake.FormCopy;
import clinic.anteroom.intake.FormCopyService;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Copies of what a patient sent. Confirmations are pages of their own. */
@Stateless
@PermitAll // The key of the session is the proof.
public class MyDocumentService {

    @Inject
    Proofs proofs;

    @Inject
    FormCopyService copies;

    /** Forms that were sent in, the newest first. */
    public List<FormCopy> forms(String key) {
        Proofs.Proof proof = proofs.of(key);
        return proof.everything() ? copies.of(proof.patientId()) : List.of();
    }

    /** Mails a link to a copy; false if there is no such form of this patient, or no address. */
    public boolean mailCopy(String key, UUID responseId) {
        return copies.mail(proofs.everythingOf(key), responseId);
    }
}
