package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.shared.TimeRange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One patient's visit. It is booked, perhaps held before and moved afterwards, and ends by taking place or by being called
 * off. The wall time is kept beside the instant: if a country changes its clocks, the visit stays at nine.
 */
@Entity
@Table(name = "appointment")
class Appointment {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    @Column(name = "visit_type")
    private String visitType;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private String zone;

    @Column(name = "wall_start")
    private LocalDateTime wallStart;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancel_reason")
    private CancelReason cancelReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "previous_status")
    private AppointmentStatus previousStatus;

    /** End of a hold by the database's clock; null for everything else. */
    @Column(name = "expires_at")
    private Instant expiresAt;

    private int studies = 1;

    private int limbs = 1;

    private int sides = 1;

    private boolean interpreter;

    private boolean mobility;

    @Column(name = "overbooked_because")
    private String overbookedBecause;

    @Column(name = "screened_by")
    private String screenedBy;

    @Column(name = "screened_at")
    private Instant screenedAt;

    @Version
    private int version;

    protected Appointment() {
    }

    /** Somebody asked the questions, and nothing stands against the scan. */
    void screen(String by, Instant now) {
        screenedBy = by;
        screenedAt = now;
    }

    boolean isScreened() {
        return screenedAt != null;
    }

    /** Ten minutes were enough. */
    void confirm(Instant databaseNow) {
        refuseUnlessHeld(databaseNow);
        status = AppointmentStatus.BOOKED;
        expiresAt = null;
    }

    /** Somebody still makes up their mind. */
    void extend(Instant databaseNow, Duration life) {
        refuseUnlessHeld(databaseNow);
        expiresAt = databaseNow.plus(life);
    }

    /** Nobody wants the time; nothing happens to a hold that is no hold any more. */
    void release() {
        if (expiresAt != null) {
            status = AppointmentStatus.CANCELLED;
            cancelReason = CancelReason.HOLD_RELEASED;
            expiresAt = null;
        }
    }

    /** One step on at the door. */
    void take(VisitStep step) {
        if (!step.startsAt(status) || expiresAt != null) {
            throw StepNotPossible.fromHere();
        }
        previousStatus = status;
        status = step.to();
    }

    /** Back to where it stood before the last step; once. */
    void stepBack() {
        if (previousStatus == null) {
            throw StepNotPossible.fromHere();
        }
        status = previousStatus;
        previousStatus = null;
    }

    /** Takes place after all, at its old time; the database checks like for a new visit. */
    void reinstate(Instant now) {
        if (status != AppointmentStatus.CANCELLED || previousStatus != null) {
            throw StepNotPossible.fromHere();
        }
        if (startsAt.isBefore(now)) {
            throw VisitNotPossible.inThePast();
        }
        status = AppointmentStatus.BOOKED;
        cancelReason = null;
    }

    /** Another time for the same visit; its occupancies move in the same transaction. */
    void moveTo(TimeRange when, ZoneId atZone) {
        refuseUnlessAhead();
        takePlace(when, atZone);
    }

    /** Another end for a visit that is ahead or runs; its start stays, past or not. */
    void endAt(Instant end) {
        if (!status.isInTheHouse()) {
            refuseUnlessAhead();
        }
        endsAt = end;
    }

    /** Calls the visit off; the database frees everything it held. */
    void cancel(CancelReason reason) {
        refuseUnlessAhead();
        status = AppointmentStatus.CANCELLED;
        cancelReason = reason;
        expiresAt = null;
    }

    /** Refuses if somebody changed the visit after the page was drawn. */
    void expect(int seenVersion) {
        if (version != seenVersion) {
            throw new AppointmentChanged();
        }
    }

    UUID id() {
        return id;
    }

    AppointmentStatus status() {
        return status;
    }

    private VisitNeeds needs() {
        return new VisitNeeds(studies, limbs, sides, interpreter, mobility);
    }

    /**
     * The same visit at another time and with other people, as it would be booked.
     *
     * @param byDesk minutes that the desk adds to phases
     */
    BookVisit again(MoveVisit command, Map<Integer, Integer> byDesk) {
        return new BookVisit(patientId, Set.of(), visitType, command.start(), command.chosen(), command.key(), needs().setByDesk(byDesk), overbookedBecause);
    }

    Instant startsAt() {
        return startsAt;
    }

    String visitType() {
        return visitType;
    }

    UUID patientId() {
        return patientId;
    }

    private void refuseUnlessHeld(Instant databaseNow) {
        if (expiresAt == null || !expiresAt.isAfter(databaseNow)) {
            throw new HoldExpired();
        }
    }

    private void refuseUnlessAhead() {
        if (!status.isAhead()) {
            throw new AppointmentNotAhead(status);
        }
    }

    private void takePlace(TimeRange when, ZoneId atZone) {
        startsAt = when.start();
        endsAt = when.end();
        zone = atZone.getId();
        wallStart = LocalDateTime.ofInstant(when.start(), atZone);
    }
}
