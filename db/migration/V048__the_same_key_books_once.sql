-- A page mints a key for each thing it asks for; sending the same page twice does the thing once. The appointment is
-- written after the key, in the same transaction.
create table booking_key (
    key            text primary key check (length(key) between 16 and 64),
    digest         text        not null check (length(digest) = 64),
    appointment_id uuid        not null references appointment deferrable initially deferred,
    created_at     timestamptz not null
);
create index booking_key_by_age on booking_key (created_at);
