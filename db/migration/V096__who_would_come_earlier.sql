-- Patients with a booking who would take an earlier one (FHIR has no such thing; the booking stays as it is).
create table wait_list_entry (
    id             uuid primary key,
    appointment_id uuid        not null references appointment,
    -- The hours somebody needs to get ready and to come: fasting, leave from work, a ride.
    lead_hours     smallint    not null default 24 check (lead_hours between 0 and 336),
    urgent         boolean     not null default false,
    status         text        not null check (status in ('WAITING', 'SERVED', 'LEFT')),
    created_at     timestamptz not null
);
create unique index wait_list_has_a_visit_once on wait_list_entry (appointment_id) where status = 'WAITING';

-- A freed time told to one patient: a link that works once. Only its hash is kept.
create table wait_list_offer (
    id         uuid primary key,
    entry_id   uuid        not null references wait_list_entry,
    key_hash   text        not null check (key_hash ~ '^[0-9a-f]{64}$'),
    starts_at  timestamptz not null,
    batch      smallint    not null check (batch between 1 and 20),
    offered_at timestamptz not null,
    ends_at    timestamptz not null,
    status     text        not null check (status in ('OPEN', 'TAKEN', 'GONE')),
    constraint wait_list_offer_key_is_secret unique (key_hash),
    -- Nobody is told of the same time twice.
    unique (entry_id, starts_at)
);
create index wait_list_offer_open on wait_list_offer (starts_at) where status = 'OPEN';
