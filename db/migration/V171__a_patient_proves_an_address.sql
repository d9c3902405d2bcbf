-- How a patient gets at "my visit" without a password. Of every secret only the hash is kept.

-- A code of six digits that was asked for. An unknown address gets a row as well: nobody learns from the answer who is known.
create table visit_code (
    id           uuid primary key,
    ticket_hash  text        not null check (ticket_hash ~ '^[0-9a-f]{64}$'),
    address_hash text        not null check (address_hash ~ '^[0-9a-f]{64}$'),
    patient_id   uuid references patient,
    code_hash    text check (code_hash ~ '^[0-9a-f]{64}$'),
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    wrong_tries  smallint    not null default 0 check (wrong_tries between 0 and 5),
    used_at      timestamptz,
    constraint visit_code_ticket_is_secret unique (ticket_hash)
);
create index visit_code_by_address on visit_code (address_hash, asked_at desc);

-- A link by mail. One use; a GET never uses it up.
create table visit_link (
    id             uuid primary key,
    purpose        text        not null check (purpose in ('INVITATION', 'VISIT', 'SIGN_IN')),
    patient_id     uuid        not null references patient,
    appointment_id uuid references appointment,
    -- When that visit began as the link was made: whoever opens a stale link is told that it was moved.
    starts_at      timestamptz,
    secret_hash    text        not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    made_at        timestamptz not null,
    expires_at     timestamptz not null,
    wrong_tries    smallint    not null default 0 check (wrong_tries between 0 and 5),
    used_at        timestamptz,
    constraint visit_link_is_secret unique (secret_hash)
);

-- A browser that proved to be a patient's.
create table visit_session (
    key_hash     text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
    patient_id   uuid        not null references patient,
    opened_at    timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz
);
create index visit_session_by_patient on visit_session (patient_id) where ended_at is null;

-- The right to book by oneself what was ordered, given once by doctor or desk.
create table booking_right (
    id           uuid primary key,
    patient_id   uuid        not null references patient,
    -- A talk about the results that belongs to it; null for none.
    review       text references visit_type,
    invited_by   text        not null,
    invited_at   timestamptz not null,
    ends_at      timestamptz not null,
    status       text        not null check (status in ('OPEN', 'BOOKED', 'WITHDRAWN'))
);
create unique index booking_right_is_open_once on booking_right (patient_id) where status = 'OPEN';
