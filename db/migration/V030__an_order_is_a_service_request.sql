-- What a doctor ordered (FHIR: ServiceRequest, intent order). A rule never writes here.
create table service_request (
    id                uuid primary key,
    patient_id        uuid not null references patient,
    response_id       uuid not null,
    test_flag_id      uuid not null,
    code              text not null check (code in ('BLOOD', 'EMG', 'NCS', 'CT', 'MRI')),
    body_site         text,
    detail            text,
    status            text not null check (status in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'REVOKED', 'COMPLETED')),
    intent            text not null default 'ORDER' check (intent = 'ORDER'),
    priority          text not null check (priority in ('ROUTINE', 'URGENT', 'ASAP', 'STAT')),
    indication        text not null check (length(indication) between 1 and 2000),
    requester         text not null,
    authored_on       timestamptz not null,
    occurrence_latest timestamptz,
    version           integer not null default 1,
    constraint service_request_answers_one_flag unique (test_flag_id)
);
create index service_request_by_patient on service_request (patient_id);
create index service_request_open on service_request (occurrence_latest) where status = 'ACTIVE';
