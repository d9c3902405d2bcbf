package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingKeyUsed;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.ChangeHold;
import clinic.anteroom.scheduling.HoldVisit;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.Proposal;
import clinic.anteroom.scheduling.ProposalService;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.VisitNotPossible;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Coding;

/** Books, moves and cancels through the desk's own service; a refusal says who or what is in the way. */
@Dependent
class Booking {

    @Inject
    private BookingService desk;

    @Inject
    private ProposalService proposals;

    @Inject
    private Refusals refusals;

    /** Books a new visit, once for each key. */
    Booked book(WantedVisit wanted, String key) {
        return once(wanted, key, desk::book);
    }

    /** Keeps a time for ten minutes, once for each key. */
    Booked hold(WantedVisit wanted, String key) {
        return once(wanted, key, visit -> desk.hold(new HoldVisit(visit)));
    }

    /** Books what is held. */
    Booked confirm(UUID appointmentId, String key) {
        return desk.confirm(new ChangeHold(appointmentId, key));
    }

    private Booked once(WantedVisit wanted, String key, Function<BookVisit, Booked> write) {
        if (wanted.patientId() == null) {
            throw new UnprocessableEntityException("The appointment has no patient.");
        }
        Optional<Booked> before = desk.findByKey(key);
        if (before.isPresent()) {
            return again(before.get(), wanted);
        }
        Map<String, UUID> named = proposals.casting(wanted.visitType(), wanted.byPart(), wanted.others());
        Set<UUID> orders = wanted.orders() == null ? proposals.ordersAnswered(wanted.visitType(), wanted.patientId()) : wanted.orders();
        try {
            return refusing(wanted, named, () -> write.apply(new BookVisit(wanted.patientId(), orders, wanted.visitType(), wanted.start(),
                    chosen(wanted, named, null), key)));
        } catch (BookingKeyUsed race) {
            // The same request arrived twice at once, and the other one found other people for it.
            return again(desk.findByKey(key).orElseThrow(() -> race), wanted);
        }
    }

    /** Moves a stored visit to another start, or does nothing if it stands there already. */
    Booked move(Visit stored, Appointment seen, WantedVisit wanted, String key) {
        if (!stored.patientId().equals(wanted.patientId()) || !stored.visitType().equals(wanted.visitType())) {
            throw new UnprocessableEntityException("Patient and kind of visit stay as they are; cancel and book instead.");
        }
        if (stored.start().equals(wanted.start()) || desk.findByKey(key).isPresent()) {
            return desk.get(stored.id());
        }
        Map<String, UUID> named = proposals.casting(wanted.visitType(), wanted.byPart(), wanted.others());
        return refusing(wanted, named, () -> desk.move(new MoveVisit(stored.id(), version(stored, seen), wanted.start(),
                chosen(wanted, named, stored.id()), key)));
    }

    /** Calls a stored visit off. */
    Booked cancel(Visit stored, Appointment seen, String key) {
        if (stored.status() == AppointmentStatus.PENDING) {
            return desk.release(new ChangeHold(stored.id(), key));
        }
        return desk.cancel(new CancelVisit(stored.id(), version(stored, seen), reason(seen), key));
    }

    private Booked refusing(WantedVisit wanted, Map<String, UUID> named, Supplier<Booked> change) {
        try {
            return change.get();
        } catch (SlotTaken | VisitNotPossible refusal) {
            throw refusals.of(refusal, wanted, named);
        }
    }

    /** Somebody for every part: those named, and for the rest whoever is free; where nobody is, the desk refuses. */
    private Map<String, UUID> chosen(WantedVisit wanted, Map<String, UUID> named, UUID instead) {
        return proposals.cast(wanted.visitType(), wanted.patientId(), wanted.start(), named, instead).map(Proposal::chosen)
                .orElseThrow(() -> refusals.nobody(wanted, named));
    }

    private static Booked again(Booked before, WantedVisit wanted) {
        boolean same = before.patientId().equals(wanted.patientId()) && before.visitType().equals(wanted.visitType())
                && before.start().equals(wanted.start());
        if (!same) {
            throw new UnprocessableEntityException("This Idempotency-Key was used for another appointment.");
        }
        return before;
    }

    private static int version(Visit stored, Appointment seen) {
        String version = seen.getMeta().getVersionId();
        if (version != null && !version.matches("\\d{1,9}")) {
            throw new InvalidRequestException("meta.versionId is not one of ours.");
        }
        return version == null ? stored.version() : Integer.parseInt(version);
    }

    private static CancelReason reason(Appointment seen) {
        return Stream.of(CancelReason.values())
                .filter(reason -> seen.getCancelationReason().getCoding().stream().map(Coding::getCode).anyMatch(reason.fhirCode()::equals))
                .findFirst().orElse(CancelReason.OTHER);
    }
}
