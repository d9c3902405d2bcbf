package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import jakarta.ejb.SessionContext;

/**
 * Who is at the other end.
 *
 * @param name   of the account; never null
 * @param booker as whom; never null
 */
record Caller(String name, Booker booker) {

    /** The signed-in member of staff; whoever has no account is a patient. */
    static Caller of(SessionContext session) {
        Booker booker = session.isCallerInRole(Roles.RECEPTIONIST) || session.isCallerInRole(Roles.CALL_DESK) ? Booker.DESK
                : session.isCallerInRole(Roles.DOCTOR) ? Booker.DOCTOR : Booker.PATIENT;
        return new Caller(session.getCallerPrincipal().getName(), booker);
    }
}
