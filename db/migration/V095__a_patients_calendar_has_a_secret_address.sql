-- Whoever knows the address sees when and where, and no more; the address itself is not kept.
create table calendar_feed (
    key_hash   text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
    patient_id uuid        not null references patient,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index calendar_feed_by_patient on calendar_feed (patient_id);
