-- One form of one patient (FHIR: QuestionnaireResponse), from its first page on. Until it is completed nobody knows whose
-- it is: the key in the browser is the only proof, and only its hash is kept.
create table questionnaire_response (
    id                uuid primary key,
    questionnaire     text not null check (questionnaire like 'https://%|%'),
    status            text not null check (status in ('IN_PROGRESS', 'COMPLETED', 'STOPPED', 'AMENDED')),
    started_at        timestamptz not null,
    completed_at      timestamptz check (completed_at >= started_at),
    patient_id        uuid references patient,
    key_hash          text not null check (key_hash ~ '^[0-9a-f]{64}$'),
    reference         text not null check (reference ~ '^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$'),
    -- Text, not jsonb: jsonb would reorder the keys, and the hash is over the characters.
    answers           text not null check (jsonb_typeof(answers::jsonb) = 'object'),
    answers_sha256    text not null,
    last_page         text,
    flagged_tests     text not null default '' check (flagged_tests ~ '^([A-Z]+( [A-Z]+)*)?$'),
    emergency_reply   text check (emergency_reply in ('HAS_CALLED', 'CANNOT_CALL')),
    emergency_reply_at timestamptz,
    -- Where to call back who cannot call for help; in an emergency no contact is known yet.
    emergency_phone   text check (length(emergency_phone) between 7 and 30),
    version           integer not null default 1,
    constraint questionnaire_response_key_is_secret unique (key_hash),
    constraint questionnaire_response_reference_is_unique unique (reference),
    constraint questionnaire_response_hash_fits check (answers_sha256 = encode(sha256(convert_to(answers, 'UTF8')), 'hex')),
    constraint questionnaire_response_is_somebodys_when_completed
        check ((status in ('COMPLETED', 'AMENDED')) = (completed_at is not null and patient_id is not null)),
    check ((emergency_reply is null) = (emergency_reply_at is null))
);
create index questionnaire_response_by_patient on questionnaire_response (patient_id);
create index questionnaire_response_by_completion on questionnaire_response (completed_at);
