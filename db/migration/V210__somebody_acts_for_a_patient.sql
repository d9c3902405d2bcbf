-- Somebody who acts for a patient (FHIR: RelatedPerson): asked for by who would act, confirmed by the desk with a proof,
-- for some things and for a time. Who acts has a record of their own: that is how they sign in. Two parents are two rows.
create table related_person (
    id           uuid primary key,
    carer_id     uuid        not null references patient,
    -- Null until the desk has found whom it is about.
    patient_id   uuid references patient,
    given_name   text        not null check (length(given_name) between 1 and 100),
    family_name  text        not null check (length(family_name) between 1 and 100),
    birth_date   date        not null,
    relation     text        not null check (relation in ('PARENT', 'GUARDIAN', 'CARER')),
    status       text        not null check (status in ('REQUESTED', 'ACTIVE', 'REFUSED', 'ENDED')),
    scope        text check (scope in ('VISITS', 'EVERYTHING')),
    proof        text check (proof in ('BIRTH_CERTIFICATE', 'COURT_ORDER', 'OWN_WORD')),
    asked_at     timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    ends_at      timestamptz,
    ended_by     text check (ended_by in ('CARER', 'PATIENT', 'CLINIC')),
    ended_at     timestamptz,
    check (carer_id <> patient_id),
    check ((ended_by is null) = (ended_at is null)),
    constraint related_person_is_proved check (status in ('REQUESTED', 'REFUSED')
        or (patient_id is not null and scope is not null and proof is not null and confirmed_by is not null and confirmed_at is not null and ends_at > confirmed_at))
);
create unique index related_person_acts_once on related_person (carer_id, patient_id) where status = 'ACTIVE';
create unique index related_person_asks_once on related_person (carer_id, lower(family_name), lower(given_name), birth_date) where status = 'REQUESTED';
create index related_person_by_patient on related_person (patient_id);

alter table patient_task
    drop constraint patient_task_kind_check,
    add constraint patient_task_kind_check check (kind in ('BOUNCED', 'SAFETY_CHANGED', 'WORSE', 'MESSAGE', 'CARER'));
