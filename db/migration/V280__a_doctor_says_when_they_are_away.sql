-- Time that somebody closed for themselves carries a coded reason; what the desk blocks does not. Nobody is away twice at once.
alter table absence
    add column reason_code text check (reason_code in ('LEAVE', 'ILLNESS', 'TRAINING', 'OTHER_DUTY', 'OTHER')),
    add constraint absence_is_the_whole_person check (reason_code is null or visit_type is null),
    add constraint absences_of_ones_own_never_overlap exclude using gist (resource_id with =, during with &&) where (reason_code is not null);

-- From then on nobody is booked into it, whichever door asks. What was booked before stays until the desk has moved it.
-- Who books and who goes away at the same moment wait for each other by a lock of this person, so one of them sees the other.
create function nobody_is_booked_while_away() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(280, hashtext(new.resource_id::text));
    if exists (select from absence a where a.resource_id = new.resource_id and a.during && new.during and a.reason_code is not null) then
        raise exception 'away at this time' using errcode = 'exclusion_violation', constraint = 'nobody_is_booked_while_away';
    end if;
    return new;
end $$;
create trigger nobody_is_booked_while_away before insert on occupancy
    for each row when (new.live) execute function nobody_is_booked_while_away();

create function who_goes_away_waits_for_bookings() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(280, hashtext(new.resource_id::text));
    return new;
end $$;
create trigger who_goes_away_waits_for_bookings before insert on absence
    for each row when (new.reason_code is not null) execute function who_goes_away_waits_for_bookings();
