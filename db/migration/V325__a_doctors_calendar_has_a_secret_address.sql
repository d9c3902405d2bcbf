-- The address of a doctor's own calendar holds a secret, of which the database keeps a hash; a new one ends the one before.
create table staff_calendar_feed (
    key_hash   text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
    account    text        not null check (length(account) between 1 and 60),
    created_at timestamptz not null,
    revoked_at timestamptz
);
create unique index one_calendar_of_a_doctor_is_open on staff_calendar_feed (account) where revoked_at is null;
