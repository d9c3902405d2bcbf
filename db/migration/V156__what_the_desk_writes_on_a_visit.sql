-- A note lies on one visit, an alert on a patient and so on every visit of theirs. Both are replaced, never piled up.
create table visit_note (
    appointment_id uuid primary key references appointment,
    words          text        not null check (length(words) between 1 and 500),
    by_whom        text        not null,
    at             timestamptz not null
);
create table patient_alert (
    patient_id uuid primary key references patient,
    words      text        not null check (length(words) between 1 and 200),
    by_whom    text        not null,
    at         timestamptz not null
);
-- What the patient said when asked whether they come.
create table visit_answer (
    appointment_id uuid primary key references appointment,
    answer         text        not null check (answer in ('ASKED', 'CONFIRMED', 'NO_ANSWER')),
    by_whom        text        not null,
    at             timestamptz not null
);
-- Pinned over one day of the whole desk until it is taken down.
create table day_note (
    id      uuid primary key,
    on_date date        not null,
    words   text        not null check (length(words) between 1 and 300),
    by_whom text        not null,
    at      timestamptz not null,
    done_at timestamptz
);
create index day_note_by_date on day_note (on_date) where done_at is null;
