-- A link with which one patient books one visit: it works once, for a while, and only its hash is kept.
create table booking_invitation (
    id                 uuid primary key,
    key_hash           text        not null check (key_hash ~ '^[0-9a-f]{64}$'),
    patient_id         uuid        not null references patient,
    visit_type         text        not null references visit_type,
    service_request_id uuid        references service_request,
    -- Somebody who has to be in the visit; null for anybody.
    person_id          uuid        references practitioner,
    invited_by         text        not null,
    created_at         timestamptz not null,
    ends_at            timestamptz not null,
    appointment_id     uuid        references appointment,
    constraint booking_invitation_key_is_secret unique (key_hash),
    check (ends_at > created_at and ends_at <= created_at + interval '31 days')
);
create index booking_invitation_by_patient on booking_invitation (patient_id);
-- What a patient may still do is counted from here (three visits to come, one hold).
create index appointment_self_booked on appointment (patient_id, starts_at) where created_by = 'PATIENT';
