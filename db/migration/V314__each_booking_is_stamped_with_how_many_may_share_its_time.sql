-- How many visits its person, room or machine took at once when it was booked. The strictest of those that share a time wins: a room of one that becomes
-- a room of three stays alone in the times that were booked before, and who sits in a seat that is no more shares with nobody new. Overbooking on purpose
-- has a reason and a policy of its own and is no change of this setting.
alter table occupancy
    add column capacity smallint not null default 1 check (capacity between 1 and 50);
update occupancy o set capacity = r.seats from resource r where r.id = o.resource_id and r.seats > 1;

-- The seats that an occupancy keeps from others: its own, those beyond its stamp, and all where its own is no more.
create function seats_kept(seat smallint, capacity smallint, seats smallint) returns setof smallint language sql immutable rows 1 as $$
    select seat union all select generate_series(capacity + 1, seats)::smallint where capacity < seats
    union all select generate_series(1, seats)::smallint where seat > seats and seat <= capacity
$$;

create or replace function seats_beyond_the_own_need_a_reason() returns trigger language plpgsql as $$
begin
    if (select overbooked_because from appointment where id = new.appointment_id) is not null then
        return new;
    end if;
    if new.seat > (select seats from resource where id = new.resource_id) then
        raise exception 'seat % of resource % is for deliberate overbooking, and nobody said why', new.seat, new.resource_id
            using errcode = 'check_violation', constraint = 'seats_beyond_the_own_need_a_reason';
    end if;
    if exists (select from occupancy o where o.live and o.resource_id = new.resource_id and o.during && new.during and o.appointment_id <> new.appointment_id
                and o.capacity < new.seat) then
        raise exception 'seat % of resource % shares a time with a visit that was booked when fewer could', new.seat, new.resource_id
            using errcode = 'exclusion_violation', constraint = 'the_strictest_stamp_wins';
    end if;
    return new;
end $$;
