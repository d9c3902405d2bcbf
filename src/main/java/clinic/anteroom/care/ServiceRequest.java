package clinic.anteroom.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What a doctor ordered. It is born ACTIVE when a doctor confirms a flag, waits for the desk to book it by its latest
 * date, and is COMPLETED by the visit that answers it or REVOKED by a doctor.
 */
@Entity
@Table(name = "service_request")
class ServiceRequest {

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "response_id")
    private UUID responseId;

    @Column(name = "test_flag_id")
    private UUID testFlagId;

    private String code;

    @Column(name = "body_site")
    private String bodySite;

    private String detail;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    @Enumerated(EnumType.STRING)
    private RequestPriority priority;

    private String indication;

    private String requester;

    @Column(name = "authored_on")
    private Instant authoredOn;

    @Column(name = "occurrence_latest")
    private Instant occurrenceLatest;

    private String holds;

    @Column(name = "hold_settled_by")
    private String holdSettledBy;

    @Column(name = "hold_settled_at")
    private Instant holdSettledAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_because")
    private String revokedBecause;

    @Version
    private int version;

    protected ServiceRequest() {
    }

    /** An order that a doctor signs at this moment. */
    ServiceRequest(UUID id, Ordered what, String indication, String requester, Instant now) {
        this.id = id;
        this.patientId = what.patientId();
        this.responseId = what.responseId();
        this.testFlagId = what.flagId();
        this.code = what.test();
        this.bodySite = what.bodySite();
        this.detail = what.detail();
        this.status = RequestStatus.ACTIVE;
        this.priority = RequestPriority.of(what.urgency());
        this.indication = indication;
        this.requester = requester;
        this.authoredOn = now;
        this.occurrenceLatest = what.latest();
        this.holds = what.holds();
    }

    /**
     * A doctor takes it back.
     *
     * @param why 1 to 2000 characters; null for a slip that was noticed at once
     */
    void revoke(String doctor, Instant now, String why) {
        status = RequestStatus.REVOKED;
        revokedBy = doctor;
        revokedAt = now;
        revokedBecause = why;
    }

    /**
     * The order that takes its place: for the same flag by the same day, with what is settled already.
     *
     * @param changed what is not said there stays as it was
     */
    ServiceRequest insteadOf(UUID newId, Decision changed, String why, String doctor, Instant now) {
        ServiceRequest next = new ServiceRequest();
        next.id = newId;
        next.patientId = patientId;
        next.responseId = responseId;
        next.testFlagId = testFlagId;
        next.code = code;
        next.bodySite = changed.bodyPart() == null ? bodySite : changed.bodyPart().isEmpty() ? null : changed.bodyPart();
        next.detail = changed.analytes() == null ? detail : changed.analytes().isEmpty() ? null : String.join(" ", changed.analytes());
        next.status = RequestStatus.ACTIVE;
        next.priority = priority;
        next.indication = why;
        next.requester = doctor;
        next.authoredOn = now;
        next.occurrenceLatest = occurrenceLatest;
        next.holds = holds;
        next.holdSettledBy = holdSettledBy;
        next.holdSettledAt = holdSettledAt;
        return next;
    }

    /** A doctor has settled what held it; once. */
    void settle(String doctor, Instant now) {
        if (holds != null && holdSettledBy == null) {
            holdSettledBy = doctor;
            holdSettledAt = now;
        }
    }

    /** Its result was read. */
    void complete() {
        status = status == RequestStatus.REVOKED ? status : RequestStatus.COMPLETED;
    }

    UUID responseId() {
        return responseId;
    }

    UUID testFlagId() {
        return testFlagId;
    }

    Order toOrder() {
        return new Order(id, patientId, testFlagId, code, bodySite, detail, status, priority, indication, requester, authoredOn, occurrenceLatest, holds, holdSettledBy,
                revokedBy, revokedAt, revokedBecause);
    }

    /**
     * What the confirmed flag says.
     *
     * @param bodySite part of the body, null where the test has none
     * @param detail   analytes or the like, null where there are none
     * @param latest   last moment at which it is in time, null for no limit
     * @param holds    what has to be settled first, one sentence a line; null for nothing
     */
    record Ordered(UUID patientId, UUID responseId, UUID flagId, String test, String bodySite, String detail, String urgency, Instant latest,
            String holds) {
    }
}
