-- What changed on a visit, old and new, through whichever door. Who did it stands in the trail's row of the same transaction (audit_event.written_in);
-- a change without one was made by a clock. Rows are only added: several of one kind in one transaction are read as one, the first old and the last new.
create table visit_change (
    id             bigint generated always as identity primary key,
    appointment_id uuid        not null references appointment on delete cascade,
    at             timestamptz not null default now(),
    written_in     xid8        not null default pg_current_xact_id(),
    what           text        not null check (what in ('TIME', 'STATE', 'PEOPLE', 'SCREENED', 'NOTE', 'REPLY', 'PLACE')),
    was            text,
    became         text
);
create index visit_change_by_visit on visit_change (appointment_id, id);

-- What was written on a visit, and who had it, is part of it, and is locked with it.
alter table visit_change enable row level security;
alter table visit_change force row level security;
create policy locked_away on visit_change
    using (appointment_id <> all ((select locked_behind('VISIT'))::uuid[])) with check (true);

-- TIME is two moments in seconds; STATE has the reason of a visit that was called off behind it.
create function appointment_says_what_changed() returns trigger language plpgsql as $$
begin
    if (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at) then
        insert into visit_change (appointment_id, what, was, became) values (new.id, 'TIME',
            extract(epoch from old.starts_at)::bigint || ' ' || extract(epoch from old.ends_at)::bigint,
            extract(epoch from new.starts_at)::bigint || ' ' || extract(epoch from new.ends_at)::bigint);
    end if;
    if new.status <> old.status then
        insert into visit_change (appointment_id, what, was, became) values (new.id, 'STATE',
            concat_ws(' ', old.status, old.cancel_reason), concat_ws(' ', new.status, new.cancel_reason));
    end if;
    if new.screened_by is distinct from old.screened_by then
        insert into visit_change (appointment_id, what, was, became) values (new.id, 'SCREENED', old.screened_by, new.screened_by);
    end if;
    return null;
end $$;
create trigger appointment_says_what_changed after update of starts_at, ends_at, status, screened_by on appointment
    for each row execute function appointment_says_what_changed();

-- Who and what is in it: given back and taken again in one transaction is a change; a new visit only takes, and a destroyed one only gives back.
create function occupancy_says_who_left() returns trigger language plpgsql as $$
begin
    insert into visit_change (appointment_id, what, was)
    select g.appointment_id, 'PEOPLE', string_agg(g.phase || ':' || g.resource_id, ' ' order by g.phase, g.resource_id)
    from gone g join appointment a on a.id = g.appointment_id and a.patient_id <> g.resource_id
    group by g.appointment_id;
    return null;
end $$;
create trigger occupancy_says_who_left after delete on occupancy referencing old table as gone
    for each statement execute function occupancy_says_who_left();

create function occupancy_says_who_came() returns trigger language plpgsql as $$
begin
    insert into visit_change (appointment_id, what, became)
    select t.appointment_id, 'PEOPLE', string_agg(t.phase || ':' || t.resource_id, ' ' order by t.phase, t.resource_id)
    from taken t join appointment a on a.id = t.appointment_id and a.patient_id <> t.resource_id
    where exists (select from visit_change c where c.appointment_id = t.appointment_id and c.what = 'PEOPLE' and c.written_in = pg_current_xact_id())
    group by t.appointment_id;
    return null;
end $$;
create trigger occupancy_says_who_came after insert on occupancy referencing new table as taken
    for each statement execute function occupancy_says_who_came();

-- What lies on a visit: the column that holds it is told to the function.
create function visit_paper_says_what_changed() returns trigger language plpgsql as $$
declare
    old_words text := case when tg_op <> 'INSERT' then to_jsonb(old) ->> tg_argv[1] end;
    new_words text := case when tg_op <> 'DELETE' then to_jsonb(new) ->> tg_argv[1] end;
begin
    if old_words is distinct from new_words then
        insert into visit_change (appointment_id, what, was, became)
        values (coalesce(new.appointment_id, old.appointment_id), tg_argv[0], old_words, new_words);
    end if;
    return null;
end $$;
create trigger visit_note_says_what_changed after insert or update or delete on visit_note
    for each row execute function visit_paper_says_what_changed('NOTE', 'words');
create trigger visit_answer_says_what_changed after insert or update or delete on visit_answer
    for each row execute function visit_paper_says_what_changed('REPLY', 'answer');
create trigger appointment_place_says_what_changed after insert or update or delete on appointment_place
    for each row execute function visit_paper_says_what_changed('PLACE', 'place');

-- Names of what is in one list of people and things and not in the other.
create function names_in(these text, but_not text) returns text language sql stable as $$
    select string_agg(distinct n.name, ', ') from unnest(string_to_array(these, ' ')) one join resource_name n on n.id = split_part(one, ':', 2)::uuid
    where but_not is null or not one = any (string_to_array(but_not, ' '))
$$;

-- Several changes of one kind in one transaction are one, and what is the same afterwards is none.
create view visit_difference as
    select appointment_id, written_in, at, what, place,
           case what when 'PEOPLE' then names_in(was, became) else was end as was,
           case what when 'PEOPLE' then names_in(became, was) else became end as became
    from (select appointment_id, written_in, what, min(at) as at, min(id) as place,
                 (array_agg(was order by id) filter (where was is not null or what <> 'PEOPLE'))[1] as was,
                 (array_agg(became order by id desc) filter (where became is not null or what <> 'PEOPLE'))[1] as became
          from visit_change group by appointment_id, written_in, what) change
    where was is distinct from became;
do $$ begin
    if current_setting('server_version_num')::int >= 150000 then
        alter view visit_difference set (security_invoker = true);
    end if;
end $$;
