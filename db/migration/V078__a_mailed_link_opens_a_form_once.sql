-- A link that opens one form in another browser. The row is written when the link is asked for; the secret is made when
-- the mail is written, and only its hash is kept. The birth date is the second thing to know; five wrong ones end the link.
create table access_link (
    id              uuid primary key,
    response_id     uuid not null references questionnaire_response on delete cascade,
    purpose         text not null check (purpose in ('COPY', 'RESUME', 'CHECK_IN')),
    birth_date_hash text not null check (birth_date_hash ~ '^[0-9a-f]{64}$'),
    asked_at        timestamptz not null,
    secret_hash     text check (secret_hash ~ '^[0-9a-f]{64}$'),
    expires_at      timestamptz,
    used_at         timestamptz,
    wrong_tries     integer not null default 0 check (wrong_tries between 0 and 5),
    constraint access_link_secret_is_secret unique (secret_hash),
    check ((secret_hash is null) = (expires_at is null))
);
create index access_link_by_response on access_link (response_id);
