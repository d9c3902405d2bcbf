-- When somebody works, a room is open, a machine may run: wall times of the site, Monday is 1. Patients need no opening.
create table opening (
    id          uuid primary key default gen_random_uuid(),
    resource_id uuid     not null references resource,
    weekday     smallint not null check (weekday between 1 and 7),
    opens       time     not null,
    closes      time     not null,
    valid_from  date     not null,
    valid_to    date,
    check (opens < closes and closes <= time '23:59'),
    check (valid_to is null or valid_from <= valid_to)
);
create index opening_by_resource on opening (resource_id);

-- Days on which the whole clinic is closed; both dates are closed days.
create table closure (
    id        uuid primary key default gen_random_uuid(),
    from_date date not null,
    to_date   date not null,
    name      text not null check (length(name) between 1 and 100),
    check (from_date <= to_date)
);

-- Somebody is away, a machine is being repaired.
create table absence (
    id          uuid primary key default gen_random_uuid(),
    resource_id uuid      not null references resource,
    during      tstzrange not null,
    check (not isempty(during) and isfinite(lower(during)) and isfinite(upper(during))
           and not lower_inf(during) and not upper_inf(during) and lower_inc(during) and not upper_inc(during))
);
create index absence_by_resource on absence using gist (resource_id, during);
