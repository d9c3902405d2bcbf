-- What a rule set said about one form at one moment (FHIR: GuidanceResponse), with all it rests on: running it again gives
-- the same bytes. The answers are kept with it, because a stopped form may be reopened and answered differently.
create table evaluation (
    id                uuid primary key,
    response_id       uuid not null references questionnaire_response,
    patient_id        uuid references patient,
    questionnaire     text not null,
    answers           text not null,
    answers_sha256    text not null,
    -- Null only where no rule set could be used and the form has to be looked at by hand.
    rule_set_name     text,
    rule_set_version  integer,
    rule_set_sha256   text,
    as_of             date not null,
    evaluator_version text not null,
    urgency           text not null check (urgency in ('EMERGENCY', 'URGENT', 'SOON', 'ROUTINE', 'SELF_CARE')),
    by_hand           boolean not null,
    due_at            timestamptz,
    outcome           text not null check (jsonb_typeof(outcome::jsonb) = 'object'),
    outcome_sha256    text not null,
    evaluated_at      timestamptz not null,
    foreign key (rule_set_name, rule_set_version) references rule_set_version (name, version),
    check ((rule_set_name is null) = (rule_set_version is null) and (rule_set_name is null) = (rule_set_sha256 is null)),
    check ((due_at is null) = (urgency = 'SELF_CARE')),
    constraint evaluation_answers_hash_fits check (answers_sha256 = encode(sha256(convert_to(answers, 'UTF8')), 'hex')),
    constraint evaluation_outcome_hash_fits check (outcome_sha256 = encode(sha256(convert_to(outcome, 'UTF8')), 'hex'))
);
create index evaluation_by_response on evaluation (response_id, evaluated_at desc);
create index evaluation_by_patient on evaluation (patient_id);
create index evaluation_due on evaluation (due_at) where due_at is not null;

create trigger evaluation_is_written_once before update or delete or truncate on evaluation
    for each statement execute function written_once();
