-- One date of one resource, instead of its weekly hours, closures and holidays; without times it does not work that day.
create table opening_exception (
    id          uuid primary key default gen_random_uuid(),
    resource_id uuid not null references resource,
    on_date     date not null,
    opens       time,
    closes      time,
    reason      text check (length(reason) between 1 and 200),
    check ((opens is null) = (closes is null)),
    check (opens < closes and closes <= time '23:59')
);
create index opening_exception_by_resource on opening_exception (resource_id, on_date);

-- Hours kept for one kind of visit; every other kind finds them closed.
create table reserved_time (
    id          uuid primary key default gen_random_uuid(),
    resource_id uuid     not null references resource,
    visit_type  text     not null references visit_type,
    weekday     smallint not null check (weekday between 1 and 7),
    opens       time     not null,
    closes      time     not null,
    valid_from  date     not null,
    valid_to    date,
    check (opens < closes and closes <= time '23:59'),
    check (valid_to is null or valid_from <= valid_to)
);
create index reserved_time_by_resource on reserved_time (resource_id);
