-- One row for each person seen or changed, written in the same transaction (FHIR: AuditEvent). No health fact in a row.
create table audit_event (
    id          uuid primary key,
    recorded_at timestamptz not null,
    agent       text not null,
    agent_role  text not null,
    action      text not null check (action in ('VIEW', 'CREATE', 'UPDATE', 'DELETE', 'EXECUTE')),
    entity      text not null,
    entity_id   uuid,
    patient_id  uuid references patient,
    outcome     text not null default 'SUCCESS' check (outcome in ('SUCCESS', 'DENIED'))
);
create index audit_event_by_patient on audit_event (patient_id, recorded_at desc);

create function audit_is_never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are written once and never changed or deleted'
        using errcode = 'restrict_violation', constraint = 'audit_is_never_changed';
end $$;
create trigger audit_is_never_changed before update or delete or truncate on audit_event
    for each statement execute function audit_is_never_changed();
