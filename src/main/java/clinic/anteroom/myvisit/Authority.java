package clinic.anteroom.myvisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The right of one person to act for another (FHIR: RelatedPerson), asked for or given.
 *
 * @param id          never null
 * @param carerId     who acts; never null
 * @param carerName   never null
 * @param patientId   for whom; null until the desk has found out
 * @param patientName as the house knows it, or as it was asked for; never null
 * @param birthDate   of the patient, the same way; never null
 * @param relation    never null
 * @param state       never null
 * @param scope       what may be done; null until it is given
 * @param proof       what the desk has seen; null until it is given
 * @param askedAt     never null
 * @param endsAt      when it ends by itself; null until it is given
 * @param confirmedBy account of who gave it; null until it is given
 */
public record Authority(UUID id, UUID carerId, String carerName, UUID patientId, String patientName, LocalDate birthDate, Relation relation, State state,
                        Scope scope, Proof proof, Instant askedAt, Instant endsAt, String confirmedBy) {

    /** What somebody is to the patient. */
    public enum Relation {
        /** Of a child under sixteen. */
        PARENT,
        /** Put in place of the parents by a court. */
        GUARDIAN,
        /** Anybody whom the patient, or a court, has asked to help. */
        CARER
    }

    /** What may be done. */
    public enum Scope {
        /** See, book, move and call off visits, prepare them, check in. */
        VISITS,
        /** That, and messages, diary, safety answers, forms and texts. */
        EVERYTHING
    }

    /** What the desk has seen. */
    public enum Proof {
        /** A birth certificate, or a card that names the parent. */
        BIRTH_CERTIFICATE,
        /** A paper of a court. */
        COURT_ORDER,
        /** The patient's own word, said to the desk. */
        OWN_WORD
    }

    /** Where it stands. */
    public enum State {
        /** The desk has not looked yet. */
        REQUESTED,
        /** It can be used. */
        ACTIVE,
        /** Its time is over. */
        OVER,
        /** Taken back by one of the three. */
        ENDED,
        /** The desk said no. */
        REFUSED
    }

    /** Whether it can be used now. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether the desk still has to look. */
    public boolean isRequested() {
        return state == State.REQUESTED;
    }
}
