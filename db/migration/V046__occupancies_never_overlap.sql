-- One row for each phase and each resource of a visit, the patient included, buffers inside the range.
create table occupancy (
    id             uuid primary key,
    appointment_id uuid      not null,
    phase          smallint  not null check (phase between 1 and 9),
    resource_id    uuid      not null references resource,
    seat           smallint  not null default 1 check (seat between 1 and 50),
    during         tstzrange not null,
    live           boolean   not null,
    foreign key (appointment_id, live) references appointment (id, live) on update cascade,
    -- An empty or endless range would slip past the exclusion constraint or block a resource for ever.
    constraint occupancy_is_a_real_stretch_of_time check (
        not isempty(during) and not lower_inf(during) and not upper_inf(during)
        and isfinite(lower(during)) and isfinite(upper(during))
        and lower_inc(during) and not upper_inc(during)),
    constraint occupancy_lasts_5_minutes_to_8_hours check (
        upper(during) - lower(during) between interval '5 minutes' and interval '8 hours'),
    constraint occupancies_never_overlap exclude using gist (resource_id with =, seat with =, during with &&) where (live)
);
create index occupancy_by_appointment on occupancy (appointment_id);
create index occupancy_by_time on occupancy using gist (during) where (live);
