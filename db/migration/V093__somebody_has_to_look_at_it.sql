-- What the software cannot settle by itself (FHIR: Task). An order has one open task of a kind.
create table task (
    id                 uuid primary key,
    kind               text not null check (kind in ('NO_TIME_BEFORE_LATEST')),
    status             text not null check (status in ('REQUESTED', 'COMPLETED')),
    service_request_id uuid not null references service_request,
    patient_id         uuid not null references patient,
    first_time         timestamptz,
    authored_on        timestamptz not null,
    completed_at       timestamptz,
    check ((status = 'COMPLETED') = (completed_at is not null))
);
create unique index task_is_open_once on task (service_request_id, kind) where status = 'REQUESTED';
create index task_open on task (authored_on) where status = 'REQUESTED';
