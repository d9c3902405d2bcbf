-- The database stamps: whichever door books, the stamp is what the setting says at that moment. Who is moved by a change of the law brings the old stamp along.
alter table occupancy alter column capacity drop default;

-- Two that share a time agree with both stamps: neither sits in a seat that the other's stamp does not have. Until now this was asked of second seats
-- only, so one more could be written beside somebody whose seat is no more. Who calls off, or is called off, is asked nothing.
create function shares_against_a_stamp(appointment uuid, resource uuid, taken tstzrange, seat smallint, capacity smallint) returns boolean
    language sql stable as $$
    select exists (select from occupancy o
                   where o.live and o.resource_id = $2 and o.during && $3 and o.appointment_id <> $1
                     and (o.capacity < $4 or $5 < o.seat and o.seat <= o.capacity))
$$;

create or replace function seats_beyond_the_own_need_a_reason() returns trigger language plpgsql as $$
declare
    own smallint;
begin
    select seats into own from resource where id = new.resource_id;
    new.capacity := coalesce(new.capacity, own, 1);
    if not new.live or tg_op = 'UPDATE' and (new.resource_id, new.seat, new.during, new.live) is not distinct from (old.resource_id, old.seat, old.during, old.live) then
        return new;
    end if;
    if (select overbooked_because from appointment where id = new.appointment_id) is not null then
        return new;
    end if;
    if new.seat > greatest(own, new.capacity) then
        raise exception 'seat % of resource % is for deliberate overbooking, and nobody said why', new.seat, new.resource_id
            using errcode = 'check_violation', constraint = 'seats_beyond_the_own_need_a_reason';
    end if;
    if shares_against_a_stamp(new.appointment_id, new.resource_id, new.during, new.seat, new.capacity) then
        raise exception 'seat % of resource % shares a time with a visit that was booked when more or fewer could', new.seat, new.resource_id
            using errcode = 'exclusion_violation', constraint = 'the_strictest_stamp_wins';
    end if;
    return new;
end $$;
drop trigger seats_beyond_the_own_need_a_reason on occupancy;
create trigger seats_beyond_the_own_need_a_reason before insert or update on occupancy
    for each row execute function seats_beyond_the_own_need_a_reason();

-- Who books and who changes the setting at the same moment wait for each other, by the lock of "nobody is booked while away".
create function who_changes_seats_waits_for_bookings() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(280, hashtext(new.id::text));
    return new;
end $$;
create trigger who_changes_seats_waits_for_bookings before update of seats on resource
    for each row when (new.seats is distinct from old.seats) execute function who_changes_seats_waits_for_bookings();
