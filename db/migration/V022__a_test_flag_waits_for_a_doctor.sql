-- A test that rules propose (FHIR: ServiceRequest, intent proposal). It orders nothing: a doctor confirms or rejects it, once.
create table test_flag (
    id            uuid primary key,
    response_id   uuid not null references questionnaire_response,
    evaluation_id uuid not null references evaluation,
    test          text not null check (test in ('BLOOD', 'EMG', 'NCS', 'CT', 'MRI')),
    body_part     text not null default '',
    -- Codes with a space between: what is measured, and what only if the doctor agrees.
    analytes      text not null default '',
    also_consider text not null default '',
    strength      text not null check (strength in ('CONSIDER', 'FLAG', 'HOSPITAL')),
    urgency       text not null check (urgency in ('EMERGENCY', 'URGENT', 'SOON', 'ROUTINE', 'SELF_CARE')),
    rules         text not null,
    status        text not null check (status in ('RAISED', 'CONFIRMED', 'REJECTED')),
    decided_by    text,
    decided_at    timestamptz,
    reason        text check (length(reason) between 1 and 2000),
    version       integer not null default 1,
    constraint test_flag_is_raised_once unique (evaluation_id, test, body_part),
    check ((status = 'RAISED') = (decided_by is null) and (status = 'RAISED') = (decided_at is null)),
    constraint test_flag_keeps_why_it_was_rejected check (status <> 'REJECTED' or reason is not null)
);
create index test_flag_by_response on test_flag (response_id);
create index test_flag_undecided on test_flag (response_id) where status = 'RAISED';
