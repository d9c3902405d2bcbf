-- Seats on top of a resource's own, in certain hours, for who says why.
create table overbooking_seat (
    id          uuid primary key default gen_random_uuid(),
    resource_id uuid     not null references resource,
    weekday     smallint not null check (weekday between 1 and 7),
    opens       time     not null,
    closes      time     not null,
    seats       smallint not null check (seats between 1 and 5),
    unique (resource_id, weekday, opens),
    check (opens < closes and closes <= time '23:59')
);
alter table appointment
    add column overbooked_because text check (length(overbooked_because) between 3 and 200);

create function seats_beyond_the_own_need_a_reason() returns trigger language plpgsql as $$
begin
    if new.seat > (select seats from resource where id = new.resource_id)
            and (select overbooked_because from appointment where id = new.appointment_id) is null then
        raise exception 'seat % of resource % is for deliberate overbooking, and nobody said why', new.seat, new.resource_id
            using errcode = 'check_violation', constraint = 'seats_beyond_the_own_need_a_reason';
    end if;
    return new;
end $$;
create trigger seats_beyond_the_own_need_a_reason before insert or update on occupancy
    for each row when (new.seat > 1) execute function seats_beyond_the_own_need_a_reason();
