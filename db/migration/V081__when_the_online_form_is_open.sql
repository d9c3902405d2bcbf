-- The clinic says when patients may begin a form themselves. Without rows it is always open. Staff fill it in for a caller at
-- any time.
create table intake_opening (
    weekday integer not null check (weekday between 1 and 7),
    opens   time not null,
    closes  time not null,
    check (opens < closes),
    primary key (weekday, opens)
);
create table clinic_setting (
    name       text primary key check (name in ('INTAKE_SUSPENDED', 'INTAKE_DAILY_CAP', 'INTAKE_MESSAGE')),
    value      text not null check (length(value) between 1 and 1000),
    changed_at timestamptz not null default now(),
    check (name <> 'INTAKE_DAILY_CAP' or value ~ '^[0-9]{1,6}$'),
    check (name <> 'INTAKE_SUSPENDED' or value in ('true', 'false'))
);
