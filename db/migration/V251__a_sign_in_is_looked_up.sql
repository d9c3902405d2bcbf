-- Each sign-in of the staff is a row and is looked up with every request, so that an account that is closed or given another role is out
-- at once, whichever node is asked. A row that stands at the password waits for the second factor.
create table staff_session (
    key_hash      text primary key check (length(key_hash) = 64),
    account_id    uuid not null references staff_account on delete cascade,
    role          text not null,
    password_mark text not null,
    proved        text not null check (proved in ('PASSWORD', 'WHOLE')),
    opened_at     timestamptz not null,
    last_seen_at  timestamptz not null,
    codes_tried   integer not null default 0,
    ended_at      timestamptz
);
create index staff_session_of_account on staff_session (account_id) where ended_at is null;
-- Where somebody has signed in before. Wrong tries from elsewhere are counted on the account and do not slow these down.
create table staff_address (
    account_id      uuid not null references staff_account on delete cascade,
    address         text not null,
    failed_attempts integer not null default 0,
    retry_after     timestamptz,
    seen_at         timestamptz not null,
    primary key (account_id, address)
);
