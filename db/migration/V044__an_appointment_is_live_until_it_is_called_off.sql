-- A visit of one patient (FHIR: Appointment). "live" means that it holds people, rooms, machines and orders. Rows that
-- depend on it carry (appointment_id, live) as foreign key, so that calling a visit off frees all of them in the very
-- same statement, and taking it up again is checked like a new booking.
create table appointment (
    id            uuid primary key,
    status        text        not null check (status in ('PROPOSED', 'PENDING', 'BOOKED', 'ARRIVED', 'CHECKED_IN',
                                                         'FULFILLED', 'CANCELLED', 'NOSHOW', 'ENTERED_IN_ERROR')),
    visit_type    text        not null references visit_type,
    patient_id    uuid        not null references patient,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    zone          text        not null,
    wall_start    timestamp   not null,
    cancel_reason text check (length(cancel_reason) between 1 and 40),
    created_by    text        not null,
    created_at    timestamptz not null,
    version       integer     not null default 1,
    live          boolean generated always as (status not in ('CANCELLED', 'NOSHOW', 'ENTERED_IN_ERROR')) stored,
    unique (id, live),
    constraint appointment_takes_time check (starts_at < ends_at and ends_at <= starts_at + interval '12 hours'),
    constraint appointment_called_off_has_a_reason check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create index appointment_by_patient on appointment (patient_id, starts_at desc);
create index appointment_by_start on appointment (starts_at);
