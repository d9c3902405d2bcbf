-- Since when a visit stands where it stands, whichever door changed it; the flow board counts the minutes from here.
create table appointment_since (
    appointment_id uuid        not null references appointment,
    status         text        not null,
    since          timestamptz not null default now(),
    primary key (appointment_id, status)
);
create function appointment_stands_since() returns trigger language plpgsql as $$
begin
    insert into appointment_since (appointment_id, status) values (new.id, new.status)
    on conflict (appointment_id, status) do update set since = excluded.since;
    return null;
end $$;
create trigger appointment_stands_since_insert after insert on appointment
    for each row execute function appointment_stands_since();
create trigger appointment_stands_since_update after update of status on appointment
    for each row when (old.status is distinct from new.status) execute function appointment_stands_since();
insert into appointment_since (appointment_id, status, since)
select id, status, created_at from appointment where starts_at > now() - interval '2 days';

-- Where a patient who is in the house is: in a room, or with the doctor. Checked in and in neither is waiting.
create table appointment_place (
    appointment_id uuid primary key references appointment,
    place          text        not null check (place in ('ROOM', 'DOCTOR')),
    since          timestamptz not null,
    by_whom        text        not null
);
