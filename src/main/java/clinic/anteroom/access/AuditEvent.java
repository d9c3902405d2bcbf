package clinic.anteroom.access;

import clinic.anteroom.shared.NullableUuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Convert;
import java.time.Instant;
import java.util.UUID;

/** One look at, or change of, one person's record. Written once, never changed. */
@Entity
@Table(name = "audit_event")
class AuditEvent {

    @Id
    private UUID id;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String agent;

    @Column(name = "agent_role")
    private String agentRole;

    private String action;

    private String entity;

    @Column(name = "entity_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID entityId;

    @Column(name = "patient_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID patientId;

    @Column(name = "carer_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID carerId;

    private String outcome;

    private String origin;

    @Column(name = "request_id")
    @Convert(converter = NullableUuidConverter.class)
    private UUID requestId;

    private String reason;

    protected AuditEvent() {
    }

    AuditEvent(UUID id, Instant recordedAt, Agent agent, AuditedAction action, String entity, UUID entityId, UUID patientId) {
        this.id = id;
        this.recordedAt = recordedAt;
        this.agent = agent.name();
        this.agentRole = agent.role();
        this.reason = agent.reason();
        this.origin = agent.origin();
        this.requestId = agent.requestId();
        this.action = action.name();
        this.entity = entity;
        this.entityId = entityId;
        this.patientId = patientId;
        this.carerId = agent.carer();
        this.outcome = "SUCCESS";
    }

    /** It was asked for and not given. */
    AuditEvent refused() {
        outcome = "DENIED";
        return this;
    }
}
