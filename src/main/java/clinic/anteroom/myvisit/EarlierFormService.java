package clinic.anteroom.myvisit;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.EarlierAnswer;
import clinic.anteroom.intake.EarlierAnswersService;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** What a patient who has proved who it is told the clinic before, for the form that is being filled in. */
@Stateless
@PermitAll // The key of the session is the proof.
public class EarlierFormService {

    private static final String WHO_ANSWERS = "TW-Q01";
    private static final Answer PATIENT = Answer.Choice.of("SELF");

    @Inject
    Proofs proofs;

    @Inject
    EarlierAnswersService earlier;

    /**
     * Earlier answers to lasting questions, by link id. None while the form does not say who answers, and none when it says that
     * somebody else does than has proved to be there: a parent's medicines are not the child's.
     *
     * @param key  of an open session; refuses any other with {@link SessionEnded}
     * @param form as it stands now; never null
     */
    public Map<String, EarlierAnswer> of(String key, Answers form) {
        Proofs.Proof proof = proofs.of(key);
        boolean same = form.to(WHO_ANSWERS).map(who -> who.equals(PATIENT) != proof.isActing()).orElse(false);
        return same && proof.everything() ? earlier.of(proof.patientId(), form.questionnaire()) : Map.of();
    }
}
