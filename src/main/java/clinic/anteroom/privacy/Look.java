package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import java.time.Instant;
import java.util.List;

/**
 * What one request of one person touched in one record.
 *
 * @param at      of the newest row; never null
 * @param agent   account, program or kind of visitor, as the trail says it; never null
 * @param name    what colleagues call them, or the carer's name; never null
 * @param role    in which they came; never null
 * @param action  never null
 * @param kinds   what was touched, as FHIR calls it, sorted; never empty
 * @param reason  HL7's ActReason; null in rows from before it was kept
 * @param origin  network address; null for the clinic's own clocks and older rows
 * @param notices what the officer should look at; never null
 * @param changes old and new of what is different on a visit since; of a note only that it is
 */
public record Look(Instant at, String agent, String name, String role, AuditedAction action, List<String> kinds, String reason, String origin,
        List<Notice> notices, List<Difference> changes) {

    /** Why a look could need a question. */
    public enum Notice {
        /** Their own record: the patient is called like the account. */
        OWN,
        /** A relative's: the same family name, and the phone or mail of the account's own record. */
        RELATIVE,
        /** The same family name; nothing more is known. */
        SAME_NAME,
        /** The patient is called like another account. */
        COLLEAGUE,
        /** No visit and no form thirty days before or after. */
        NO_VISIT,
        /** Behind a lock, with a reason. */
        GLASS,
        /** Asked for and not given. */
        REFUSED
    }

    public Look {
        kinds = List.copyOf(kinds);
        notices = List.copyOf(notices);
        changes = List.copyOf(changes);
    }

    /** Whether nothing was shown or changed. */
    public boolean isRefused() {
        return notices.contains(Notice.REFUSED);
    }
}
