-- The trail says from where, in which request and why (HL7 v3 ActReason: TREAT, HOPERAT, PATRQT, HCOMPL, BTG). Each row carries the transaction that
-- wrote it: once every older transaction has ended no row can slip in before it, so that batches can be sealed in that order without a lock per row.
alter table audit_event
    add column origin     text,
    add column request_id uuid,
    add column reason     text check (reason in ('TREAT', 'HOPERAT', 'PATRQT', 'HCOMPL', 'BTG')),
    add column written_in xid8 not null default pg_current_xact_id(),
    add column written_as bigint generated always as identity;
create index audit_event_in_order on audit_event (written_in, written_as);
create index audit_event_by_agent on audit_event (agent, recorded_at);
create index audit_event_by_carer on audit_event (carer_id, recorded_at) where carer_id is not null;

-- A record that is destroyed after its time leaves its trail behind.
alter table audit_event drop constraint audit_event_patient_id_fkey, drop constraint audit_event_carer_id_fkey;

create table audit_seal (
    number        bigint primary key,
    sealed_at     timestamptz not null,
    to_xid        xid8 not null,
    to_row        bigint not null,
    row_count     integer not null check (row_count > 0),
    previous_hash text not null check (length(previous_hash) = 64),
    hash          text not null check (length(hash) = 64)
);
create trigger audit_is_never_changed before update or delete or truncate on audit_seal
    for each statement execute function audit_is_never_changed();

create table audit_check (
    checked_at timestamptz primary key,
    seals      bigint not null,
    row_count  bigint not null,
    head       text not null,
    fault      text check (fault in ('CHANGED', 'MISSING', 'INSERTED', 'SEAL_BROKEN', 'CUT_OFF')),
    at_seal    bigint
);
create trigger audit_is_never_changed before update or delete or truncate on audit_check
    for each statement execute function audit_is_never_changed();
