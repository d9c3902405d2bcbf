-- One row for each form that the rules read, kept by the triggers of V143: what the doctor's list needs, so that a list of
-- thousands is one narrow read. Owner, version and note are the doctors' own.
create table care_case (
    response_id   uuid primary key references questionnaire_response,
    evaluation_id uuid not null references evaluation,
    since         timestamptz not null,
    urgency       text not null,
    due_at        timestamptz,
    diverted      boolean not null default false,
    by_hand       boolean not null default false,
    red_flags     integer not null default 0,
    tests         text not null default '',
    undecided     integer not null default 0,
    decided       integer not null default 0,
    orders        integer not null default 0,
    -- Orders that no doctor has read a result of yet, and results that nobody has read.
    orders_open   integer not null default 0,
    results_unread integer not null default 0,
    asked_at      timestamptz,
    is_open       boolean not null default true,
    owner         text check (length(owner) between 1 and 60),
    version       integer not null default 0,
    closed_by     text,
    closed_at     timestamptz,
    note          text check (length(note) between 1 and 20000),
    note_by       text,
    note_at       timestamptz,
    check ((closed_by is null) = (closed_at is null)),
    check ((note is null) = (note_at is null) and (note is null) = (note_by is null))
);
create index care_case_open on care_case (due_at, since) where is_open;
create index care_case_done on care_case (since desc) where not is_open;

-- What people did with a case, in order: each made one version. Only added to.
create table care_case_step (
    id           uuid primary key,
    response_id  uuid not null references questionnaire_response,
    version      integer not null,
    at           timestamptz not null,
    who          text not null check (length(who) between 1 and 60),
    step         text not null check (step in ('CONFIRMED', 'MODIFIED', 'REJECTED', 'UNDONE', 'REVOKED', 'ASSIGNED', 'NOTE', 'ASKED',
                                               'ANSWERED', 'CLOSED', 'REOPENED', 'RESULT', 'REVIEWED', 'INVITED', 'DRAFTED')),
    test         text,
    words        text check (length(words) between 1 and 2000),
    constraint care_case_step_makes_one_version unique (response_id, version)
);
create trigger care_case_step_is_written_once before update or delete or truncate on care_case_step
    for each statement execute function written_once();

-- Who has a case open at this moment. Worth nothing a minute later.
create unlogged table care_case_reader (
    response_id uuid not null references care_case,
    account     text not null,
    seen_at     timestamptz not null,
    primary key (response_id, account)
);
