-- One patient's time in the house, from the first check-in to the last check-out (FHIR: Encounter). Whoever checks in for a second visit while the first
-- is still running has not come again: the stay that is open is used.
create table stay (
    id         uuid primary key,
    patient_id uuid        not null references patient,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    constraint stay_ends_after_it_began check (closed_at >= opened_at)
);
create unique index stay_is_open_once on stay (patient_id) where closed_at is null;

create table stay_visit (
    appointment_id uuid primary key references appointment on delete cascade,
    stay_id        uuid not null references stay on delete cascade
);
create index stay_visit_by_stay on stay_visit (stay_id);

alter table stay enable row level security;
alter table stay force row level security;
create policy locked_away on stay using (patient_id <> all ((select locked_patients())::uuid[])) with check (true);
alter table stay_visit enable row level security;
alter table stay_visit force row level security;
create policy locked_away on stay_visit using (appointment_id <> all ((select locked_behind('VISIT'))::uuid[])) with check (true);
