-- A passkey proves device and person at once (W3C Web Authentication). Only its public key is here.
create table staff_passkey (
    credential_id text primary key,
    account_id    uuid not null references staff_account on delete cascade,
    public_key    text not null,
    sign_count    bigint not null,
    name          text not null check (length(name) between 1 and 60),
    created_at    timestamptz not null,
    used_at       timestamptz
);
create index staff_passkey_of_account on staff_passkey (account_id);
