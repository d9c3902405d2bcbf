package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The central call desk: free times of everybody, and booking one of them for whoever is on the phone. It is told nothing about anybody: not whether
 * the caller is known here, not what they have, not who has the times between.
 */
@Stateless
@RolesAllowed(Roles.CALL_DESK)
public class CallDeskService {

    private static final int TIMES_OFFERED = 20;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Searches searches;

    @Inject
    AppointmentService appointments;

    @Inject
    Appointments appointmentRows;

    @Inject
    BookingKeys keys;

    @Inject
    PatientService patients;

    @Inject
    Attempts attempts;

    @Inject
    ClinicTime time;

    /** Kinds of visit that the desk may book, by name. */
    public List<VisitType> kinds() {
        return visitTypes.all().stream().filter(kind -> visitTypes.policy(kind.code()).bookers().contains(Booker.DESK)).sorted(Comparator.comparing(VisitType::name)).toList();
    }

    /** Who can be asked for, by name. */
    public List<Offer.Person> people() {
        return resources.all().stream().filter(one -> one.kind() == ResourceKind.PRACTITIONER).map(one -> new Offer.Person(one.id(), one.name()))
                .sorted(Comparator.comparing(Offer.Person::name)).toList();
    }

    /**
     * Free times of a kind of visit from a day on, at most twenty.
     *
     * @param person somebody who must be in the visit, or null for anybody
     */
    public List<FreeTime> free(String visitType, LocalDate from, UUID person) {
        return TimeFinder.find(search(visitType, from, null, person), TIMES_OFFERED).times();
    }

    /**
     * Books for a caller, who is found by name, birth date and phone or registered. Refuses with {@link SlotTaken} if the time is gone, also when the
     * caller is busy then; the call desk is not told which.
     *
     * @param key minted with the page: pressed twice it books once
     * @return what is read out to the caller
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BookedByCall book(String visitType, Instant start, UUID person, RegisterPatient caller, String key) {
        Optional<Booked> before = keys.find(key).map(appointmentRows::get);
        if (before.isPresent()) {
            return told(before.get());
        }
        LocalDate day = LocalDate.ofInstant(start, time.zone());
        Search search = search(visitType, day, day, person);
        TimeRange exactly = TimeRange.startingAt(start, search.visit().length());
        FreeTime free = Optional.of(exactly).filter(search.window()::contains)
                .flatMap(one -> TimeFinder.nearest(search.within(one), LocalTime.ofInstant(start, time.zone()))).orElseThrow(SlotTaken::new);
        UUID patient = patients.register(caller);
        BookVisit visit = new BookVisit(patient, Set.of(), visitType, start, free.chosen(), key);
        return told(attempts.at(() -> appointments.book(visit)));
    }

    private BookedByCall told(Booked booked) {
        return BookedByCall.of(booked, appointmentRows.referenceOf(booked.appointmentId()));
    }

    private Search search(String visitType, LocalDate from, LocalDate latest, UUID person) {
        return searches.of(FindTimes.forPatient(visitType, Timetables.ANYBODY).between(from, latest).with(person), visitTypes.get(visitType), VisitNeeds.PLAIN,
                Timetables.ANYBODY, null);
    }
}
