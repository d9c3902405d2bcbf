package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The central call desk: free times of everybody, and booking one of them for whoever is on the phone. It is told nothing about anybody: not whether
 * the caller is known here, not what they have, not who has the times between. It holds no transaction itself, so that an attempt that died in the
 * database can be tried again.
 */
@Stateless
@RolesAllowed(Roles.CALL_DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallDeskService {

    @Inject
    CallTimesService times;

    @Inject
    AppointmentService appointments;

    @Inject
    PatientService patients;

    @Inject
    Attempts attempts;

    /** Kinds of visit that the desk may book, by name. */
    public List<VisitType> kinds() {
        return times.kinds();
    }

    /** Who can be asked for, by name. */
    public List<Offer.Person> people() {
        return times.people();
    }

    /**
     * Free times of a kind of visit from a day on, at most twenty.
     *
     * @param person somebody who must be in the visit, or null for anybody
     */
    public List<FreeTime> free(String visitType, LocalDate from, UUID person) {
        return times.free(visitType, from, person);
    }

    /**
     * Books for a caller, who is found by name, birth date and phone or registered. Refuses with {@link SlotTaken} if the time is gone, also when the
     * caller is busy then; the call desk is not told which.
     *
     * @param key minted with the page: pressed twice it books once
     * @return what is read out to the caller
     */
    public BookedByCall book(String visitType, Instant start, UUID person, RegisterPatient caller, String key) {
        Optional<BookedByCall> before = times.booked(key);
        if (before.isPresent()) {
            return before.get();
        }
        FreeTime free = times.at(visitType, start, person).orElseThrow(SlotTaken::new);
        BookVisit visit = new BookVisit(patients.register(caller), Set.of(), visitType, start, free.chosen(), key);
        attempts.at(() -> appointments.book(visit));
        return times.booked(key).orElseThrow(AnswerPending::new);
    }
}
