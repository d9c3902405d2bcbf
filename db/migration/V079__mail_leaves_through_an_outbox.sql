-- Mail that should leave, written in the transaction of what it is about (FHIR: Communication). It holds no health fact.
create table communication (
    id          uuid primary key,
    kind        text not null check (kind in ('COPY', 'RESUME', 'CHECK_IN')),
    link_id     uuid not null references access_link on delete cascade,
    recipient   text not null check (length(recipient) between 3 and 254),
    reference   text not null,
    status      text not null default 'PREPARATION' check (status in ('PREPARATION', 'COMPLETED', 'STOPPED')),
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer not null default 0,
    failure     text,
    sent_at     timestamptz,
    check ((status = 'COMPLETED') = (sent_at is not null))
);
create index communication_by_due on communication (due_at) where status = 'PREPARATION';
