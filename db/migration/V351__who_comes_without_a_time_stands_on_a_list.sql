-- Some hours have an order and no times: urgent care, home visits. Their time is blocked for everything else (absence), and who comes stands on a list.
create table day_list (
    block_id  uuid primary key references absence,
    most      smallint    not null check (most between 1 and 60),
    opened_by text        not null check (length(opened_by) between 1 and 60),
    opened_at timestamptz not null
);
create table day_list_entry (
    id         uuid primary key,
    list_id    uuid        not null references day_list,
    patient_id uuid        not null references patient,
    place      smallint    not null,
    words      text check (length(words) between 1 and 200),
    state      text        not null default 'WAITING' check (state in ('WAITING', 'IN', 'DONE', 'LEFT')),
    since      timestamptz not null,
    added_at   timestamptz not null,
    added_by   text        not null check (length(added_by) between 1 and 60),
    constraint one_stands_in_each_place unique (list_id, place) deferrable initially deferred
);
create unique index who_waits_stands_on_a_list_once on day_list_entry (list_id, patient_id) where state in ('WAITING', 'IN');
create index day_list_entry_by_patient on day_list_entry (patient_id);

alter table day_list_entry enable row level security;
alter table day_list_entry force row level security;
create policy locked_away on day_list_entry using (patient_id <> all ((select locked_patients())::uuid[])) with check (true);

-- Who is locked away from whoever asks takes a place all the same, so these look without anybody's name.
create function day_list_taken(list uuid, but uuid default null) returns int language plpgsql as $$
declare
    asker constant text := coalesce(current_setting('anteroom.agent', true), '');
    taken int;
begin
    perform set_config('anteroom.agent', '', true);
    select count(*) into taken from day_list_entry where list_id = list and state <> 'LEFT' and id is distinct from but;
    perform set_config('anteroom.agent', asker, true);
    return taken;
end $$;

-- The place after all others (1), or the one before all who wait (-1). Null on an empty list.
create function day_list_place(list uuid, direction int) returns smallint language plpgsql as $$
declare
    asker constant text := coalesce(current_setting('anteroom.agent', true), '');
    free smallint;
begin
    perform set_config('anteroom.agent', '', true);
    select case when direction > 0 then max(place) else min(place) end + direction into free from day_list_entry where list_id = list;
    perform set_config('anteroom.agent', asker, true);
    return free;
end $$;

-- A list takes so many and no more, whichever door asks; two who add at once wait for each other.
create function a_list_takes_so_many() returns trigger language plpgsql as $$
declare
    room smallint;
begin
    select most into room from day_list where block_id = new.list_id for update;
    if day_list_taken(new.list_id, new.id) >= room then
        raise exception 'list % takes %', new.list_id, room using errcode = 'check_violation', constraint = 'a_list_takes_so_many';
    end if;
    return new;
end $$;
create trigger a_list_takes_so_many before insert or update of state on day_list_entry
    for each row when (new.state <> 'LEFT') execute function a_list_takes_so_many();

-- Nobody has two lists at once, and nobody is booked into one: who opens a list and who books wait for each other, as with somebody who goes away.
create function a_list_has_its_time_alone() returns trigger language plpgsql as $$
declare
    block absence;
begin
    select * into block from absence where id = new.block_id;
    perform pg_advisory_xact_lock(280, hashtext(block.resource_id::text));
    if exists (select from day_list l join absence a on a.id = l.block_id where a.resource_id = block.resource_id and a.during && block.during and a.id <> block.id) then
        raise exception 'two lists at once for %', block.resource_id using errcode = 'exclusion_violation', constraint = 'a_list_has_its_time_alone';
    end if;
    return new;
end $$;
create trigger a_list_has_its_time_alone before insert on day_list for each row execute function a_list_has_its_time_alone();

create or replace function nobody_is_booked_while_away() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(280, hashtext(new.resource_id::text));
    if exists (select from absence a where a.resource_id = new.resource_id and a.during && new.during
                and (a.reason_code is not null or exists (select from day_list l where l.block_id = a.id))) then
        raise exception 'away at this time' using errcode = 'exclusion_violation', constraint = 'nobody_is_booked_while_away';
    end if;
    return new;
end $$;

create function day_list_tells_the_desks() returns trigger language plpgsql as $$
begin
    perform tell_the_desks(lower(a.during)) from absence a where a.id = coalesce(new.list_id, old.list_id);
    return null;
end $$;
create trigger day_list_tells_the_desks after insert or update or delete on day_list_entry for each row execute function day_list_tells_the_desks();
