-- A yes to a channel, with the words that were agreed to. Words and dates stay when it ends.
create table channel_consent (
    id         uuid primary key,
    patient_id uuid        not null references patient,
    channel    text        not null check (channel in ('SMS')),
    wording    text        not null check (length(wording) between 10 and 1000),
    agreed_at  timestamptz not null,
    ended_at   timestamptz
);
create unique index channel_consent_is_open_once on channel_consent (patient_id, channel) where ended_at is null;
