-- Legs that only make sense together (blood before contrast, EMG before its review), or a series.
create table visit_group (
    id         uuid primary key,
    kind       text not null check (kind in ('LEGS', 'SERIES')),
    patient_id uuid not null references patient,
    created_at timestamptz not null
);
create table visit_group_member (
    group_id       uuid     not null references visit_group,
    appointment_id uuid     not null references appointment,
    ordinal        smallint not null check (ordinal between 1 and 52),
    primary key (group_id, ordinal),
    constraint visit_is_in_one_group unique (appointment_id)
);
