package clinic.anteroom.scheduling;

import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door of desk and doctors; who may book what is the policy of each kind of visit. It holds no transaction itself: each attempt has its own, so that one that died in the database can
 * be tried again, and other times can be looked up after a refusal.
 */
@Stateless
@RolesAllowed(Roles.RECEPTIONIST)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BookingService {

    private static final int TIMES_OFFERED = 12;
    private static final int TIMES_AFTER_A_REFUSAL = 3;
    private static final int PAIRS_OFFERED = 6;

    @Inject
    AgendaService agenda;

    @Inject
    AppointmentService appointments;

    @Inject
    HoldService holds;

    @Inject
    DoorService door;

    @Inject
    Attempts attempts;

    @Inject
    ClinicTime time;

    /** Orders nobody has booked, the one with the least time left first. */
    public List<WaitingRequest> waiting() {
        return agenda.waiting();
    }

    /** Free times, at most twelve. Refuses with {@link OrderNotBookable} or {@link VisitNotPossible}. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Offer find(FindTimes command) {
        return agenda.find(command, TIMES_OFFERED);
    }

    /** The same with people whom the patient has met here, if one of them has a time. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Offer findKnown(FindTimes command) {
        return agenda.findKnown(command, TIMES_OFFERED);
    }

    /** The visit; refuses an unknown one. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked get(UUID appointmentId) {
        return agenda.get(appointmentId);
    }

    /** The visit, or nothing for an id that names none. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Optional<Booked> find(UUID appointmentId) {
        return agenda.find(appointmentId);
    }

    /** Whether the id is one of an order, waiting or not. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public boolean isOrder(UUID orderId) {
        return agenda.isOrder(orderId);
    }

    /** What became of a page whose answer was lost ({@link AnswerPending}): the visit its key was used for, or nothing. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Optional<Booked> findByKey(String key) {
        return agenda.findByKey(key);
    }

    /** Books. Who comes second gets {@link SlotTaken} with three other times. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked book(BookVisit command) {
        try {
            return attempts.at(() -> appointments.book(command));
        } catch (SlotTaken taken) {
            throw new SlotTaken(otherTimes(command));
        }
    }

    /** Books several visits of one patient, all of them or none; {@link SlotTaken} if one of the times is gone. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<Booked> bookTogether(BookTogether command) {
        return attempts.at(() -> appointments.bookTogether(command));
    }

    /** Calls off a visit and what belongs to it, all or none. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<Booked> cancelTogether(CancelVisit command) {
        return attempts.at(() -> appointments.cancelTogether(command));
    }

    /** Pairs of times for two visits, at most six. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<Together> findTogether(FindTogether command) {
        return agenda.findTogether(command, PAIRS_OFFERED);
    }

    /** One time for each date of a series: the wished wall time, or the nearest that is free; nothing where the day has none. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<SeriesTime> findSeries(FindSeries command) {
        return agenda.findSeries(command);
    }

    /** What somebody has to look at: orders that no free time can meet. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<Task> tasks() {
        return agenda.tasks();
    }

    /** Keeps a time for ten minutes; who comes second gets {@link SlotTaken} with three other times. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked hold(HoldVisit command) {
        BookVisit wanted = command.visit();
        try {
            return attempts.at(() -> holds.hold(command));
        } catch (SlotTaken taken) {
            throw new SlotTaken(otherTimes(wanted));
        }
    }

    /** Books what is held. Refuses with {@link HoldExpired}. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked confirm(ChangeHold command) {
        return attempts.at(() -> holds.confirm(command));
    }

    /** Holds for ten more minutes from now. Refuses with {@link HoldExpired}. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked extend(ChangeHold command) {
        return attempts.at(() -> holds.extend(command));
    }

    /** Lets a held time go. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked release(ChangeHold command) {
        return attempts.at(() -> holds.release(command));
    }

    /** A step at the door. Refuses with {@link StepNotPossible} or {@link AppointmentChanged}. */
    public Booked step(StepVisit command, VisitStep step) {
        return attempts.at(() -> door.step(command, step));
    }

    /** The questions before a scan are clear; without that nobody checks in. */
    public Booked screen(StepVisit command) {
        return attempts.at(() -> door.screen(command));
    }

    /** Takes the last step back. Refuses with {@link StepNotPossible} or {@link SlotTaken}. */
    public Booked stepBack(StepVisit command) {
        return attempts.at(() -> door.stepBack(command));
    }

    /** A visit that was called off takes place after all. Refuses with {@link SlotTaken} and other times if its time is gone. */
    public Booked reinstate(StepVisit command) {
        try {
            return attempts.at(() -> door.reinstate(command));
        } catch (SlotTaken taken) {
            Booked gone = agenda.get(command.appointmentId());
            throw new SlotTaken(otherTimes(FindTimes.insteadOf(gone), gone.start()));
        }
    }

    /** Moves; who comes second keeps the old time and gets {@link SlotTaken} with three others. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked move(MoveVisit command) {
        try {
            return attempts.at(() -> appointments.move(command));
        } catch (SlotTaken taken) {
            Booked still = agenda.get(command.appointmentId());
            throw new SlotTaken(otherTimes(FindTimes.insteadOf(still), command.start()));
        }
    }

    /** Calls a visit off; its time is free and its orders wait again. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public Booked cancel(CancelVisit command) {
        return attempts.at(() -> appointments.cancel(command));
    }

    /** From the wished day on: who asked for next Tuesday is not helped by tomorrow. */
    private List<FreeTime> otherTimes(FindTimes question, Instant wished) {
        LocalDate day = LocalDate.ofInstant(wished, time.zone());
        return agenda.find(question.between(day, null), TIMES_AFTER_A_REFUSAL).times();
    }

    /** Three other times for who was told before booking that a time cannot be had. */
    @RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
    public List<FreeTime> insteadOf(BookVisit wanted) {
        return otherTimes(wanted);
    }

    /** The clinic's next times, or, if the patient is busy at most of them, what a search of their own finds. */
    private List<FreeTime> otherTimes(BookVisit wanted) {
        List<FreeTime> shared = agenda.otherTimes(wanted, TIMES_AFTER_A_REFUSAL);
        return shared.size() == TIMES_AFTER_A_REFUSAL ? shared
                : otherTimes(FindTimes.forPatient(wanted.visitType(), wanted.patientId()).needing(wanted.needs()), wanted.start());
    }
}
