-- Whoever and whatever can be in one place at a time: patients, practitioners, rooms, machines. One kind of row, so that
-- one exclusion constraint can keep all of them from being booked twice.
create table resource (
    id    uuid primary key,
    kind  text not null check (kind in ('PATIENT', 'PRACTITIONER', 'LOCATION', 'DEVICE')),
    seats smallint not null default 1 check (seats between 1 and 50),
    unique (id, kind)
);

-- A patient, practitioner, room or machine that exists is a resource from its first moment on, whoever inserts it.
create function become_resource() returns trigger language plpgsql as $$
begin
    insert into resource (id, kind) values (new.id, tg_argv[0]);
    return new;
end $$;

create table patient (
    id          uuid primary key,
    kind        text generated always as ('PATIENT') stored,
    given_name  text not null check (length(given_name) between 1 and 100),
    family_name text not null check (length(family_name) between 1 and 100),
    birth_date  date not null,
    sex         text check (sex in ('FEMALE', 'MALE', 'INTERSEX', 'PREFER_NOT')),
    phone       text check (length(phone) between 7 and 30),
    email       text check (length(email) between 3 and 254),
    created_at  timestamptz not null,
    version     integer not null default 1,
    foreign key (id, kind) references resource (id, kind)
);
create index patient_by_name on patient (lower(family_name), birth_date);

create table practitioner (
    id          uuid primary key,
    kind        text generated always as ('PRACTITIONER') stored,
    prefix      text,
    given_name  text not null,
    family_name text not null,
    specialty   text,
    foreign key (id, kind) references resource (id, kind)
);

-- A site, or a room in a site (FHIR: Location). The zone belongs to the site; rooms take it from there.
create table location (
    id      uuid primary key,
    kind    text generated always as ('LOCATION') stored,
    name    text not null,
    part_of uuid references location,
    zone    text not null default 'America/Toronto',
    foreign key (id, kind) references resource (id, kind)
);

-- A machine (FHIR: Device).
create table device (
    id          uuid primary key,
    kind        text generated always as ('DEVICE') stored,
    name        text not null,
    location_id uuid references location,
    foreign key (id, kind) references resource (id, kind)
);

create trigger patient_is_resource before insert on patient
    for each row execute function become_resource('PATIENT');
create trigger practitioner_is_resource before insert on practitioner
    for each row execute function become_resource('PRACTITIONER');
create trigger location_is_resource before insert on location
    for each row execute function become_resource('LOCATION');
create trigger device_is_resource before insert on device
    for each row execute function become_resource('DEVICE');

-- The name a person reads, whatever the resource is.
create view resource_name as
    select id, given_name || ' ' || family_name as name from patient
    union all
    select id, concat_ws(' ', prefix, given_name, family_name) from practitioner
    union all
    select id, name from location
    union all
    select id, name from device;
