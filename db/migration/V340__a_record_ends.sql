-- A record whose time is over is destroyed by two people, or by one who waited thirty days, in one transaction; a certificate stays that says nothing of
-- what was in it. Whichever program asks: before its time the patient's own row cannot be deleted, and without the certificate neither.
create table record_end (
    id           uuid primary key,
    patient_id   uuid not null, -- Nothing it could refer to is left in the end.
    last_entry   timestamptz not null,
    proposed_by  text not null check (length(proposed_by) between 1 and 60),
    proposed_at  timestamptz not null default now(),
    withdrawn_by text check (length(withdrawn_by) between 1 and 60),
    withdrawn_at timestamptz,
    destroyed_by text check (length(destroyed_by) between 1 and 60),
    destroyed_at timestamptz,
    rows_gone    bigint,
    constraint record_end_is_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null)),
    constraint record_end_is_done_by_somebody check ((destroyed_by is null) = (destroyed_at is null) and (destroyed_by is null) = (rows_gone is null)),
    constraint record_end_is_withdrawn_or_done check (withdrawn_at is null or destroyed_at is null),
    constraint record_end_takes_two_people_or_thirty_days check (destroyed_by <> proposed_by or destroyed_at >= proposed_at + interval '720 hours')
);
create unique index record_is_proposed_once on record_end (patient_id) where withdrawn_at is null;

create function record_end_is_a_certificate() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null or old.destroyed_at is not null
       or (new.id, new.patient_id, new.last_entry, new.proposed_by, new.proposed_at) is distinct from (old.id, old.patient_id, old.last_entry, old.proposed_by, old.proposed_at) then
        raise exception 'The end of record % stands as it was written: what was proposed, withdrawn or destroyed is not changed. Maybe propose it anew.', old.patient_id;
    end if;
    if new.destroyed_at is not null and exists (select from patient p where p.id = new.patient_id) then
        raise exception 'Record % is still there and cannot be called destroyed. Maybe end_record() was not asked.', new.patient_id;
    end if;
    return new;
end $$;
create trigger record_end_is_a_certificate before update or delete on record_end for each row execute function record_end_is_a_certificate();

-- When something was last written in a record, or last happened. A look is no entry, and neither is what is written about its end.
create function record_last_entry(person uuid) returns timestamptz language sql stable as $$
    select greatest(p.created_at,
        (select max(a.ends_at) from appointment a where a.patient_id = p.id),
        (select max(greatest(f.started_at, f.completed_at, f.saved_at)) from questionnaire_response f where f.patient_id = p.id),
        (select max(s.authored_on) from service_request s where s.patient_id = p.id),
        (select max(greatest(r.recorded_at, r.reviewed_at)) from diagnostic_report r where r.patient_id = p.id),
        (select max(m.written_at) from visit_message m where m.patient_id = p.id),
        (select max(d.written_at) from diary_entry d where d.patient_id = p.id),
        (select max(greatest(l.written_at, l.ended_at)) from consent_lock l where l.patient_id = p.id),
        (select max(greatest(r.asked_at, r.confirmed_at, r.ended_at)) from related_person r where r.patient_id = p.id or r.carer_id = p.id),
        (select max(e.recorded_at) from audit_event e where e.patient_id = p.id and e.action <> 'VIEW' and e.outcome = 'SUCCESS' and e.entity <> 'RecordEnd'))
    from patient p where p.id = person
$$;

-- Ten years have 3,652 or 3,653 days and twenty-eight have 10,227. Counted half a day behind the world's clock: never early, wherever the clinic is. Who
-- stands as a carer in a record that is kept, is kept with it.
create function record_time_is_over(person uuid, at timestamptz) returns boolean language sql stable as $$
    select cast(at - interval '12 hours' as date) - p.birth_date >= 10227
       and at - record_last_entry(person) > interval '87672 hours'
       and not exists (select from related_person r where r.carer_id = person and r.patient_id is not null)
    from patient p where p.id = person
$$;

create function records_end_in_their_time() returns trigger language plpgsql as $$
begin
    if not exists (select from record_end e where e.patient_id = old.id and e.withdrawn_at is null and e.destroyed_at is null) then
        raise exception 'Record % cannot be deleted: nobody has proposed it. Maybe its time is not over.', old.id;
    end if;
    return old;
end $$;
create trigger records_end_in_their_time before delete on patient for each row execute function records_end_in_their_time();

-- Everything that hangs on a patient, found by the foreign keys themselves: a table that is added later ends with the record, too. The deepest first. What
-- is written once lets go here and nowhere else.
create function end_record(person uuid, by_whom text) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
    asker constant text := coalesce(current_setting('anteroom.agent', true), '');
    hanging record;
    found bigint;
    gone bigint := 0;
    guarded regclass[];
    one regclass;
begin
    perform set_config('anteroom.agent', '', true); -- A lock is part of the record and ends with it.
    perform from patient where id = person for update;
    if not coalesce(record_time_is_over(person, now()), false) then
        raise exception 'Record % cannot be destroyed: its time is not over. Maybe something was written in it since.', person;
    end if;
    guarded := array(select distinct t.tgrelid::regclass from pg_trigger t join pg_class c on c.oid = t.tgrelid
                     where not t.tgisinternal and t.tgtype & 8 > 0 and c.relnamespace = 'public'::regnamespace and c.relname not in ('patient', 'record_end', 'audit_event', 'audit_seal', 'audit_check'));
    foreach one in array guarded loop
        execute format('alter table %s disable trigger user', one);
    end loop;
    for hanging in
        with recursive link as (
            select c.oid, c.conrelid, c.confrelid,
                   (select string_agg(quote_ident(a.attname), ', ' order by k.at) from unnest(c.conkey) with ordinality k (num, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as own,
                   (select string_agg(quote_ident(a.attname), ', ' order by k.at) from unnest(c.confkey) with ordinality k (num, at) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as theirs
            from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace),
        way as (
            select 'resource'::regclass::oid as tab, format('id = %L', person) collate "C" as which, 0 as depth, array[]::oid[] as links
            union all
            select l.conrelid, format('(%s) in (select %s from %s where %s)', l.own, l.theirs, w.tab::regclass, w.which) collate "C", w.depth + 1, w.links || l.oid
            from way w join link l on l.confrelid = w.tab where l.oid <> all (w.links))
        select tab::regclass as tab, which from way order by depth desc
    loop
        execute format('delete from %s where %s', hanging.tab, hanging.which);
        get diagnostics found = row_count;
        gone := gone + found;
    end loop;
    foreach one in array guarded loop
        execute format('alter table %s enable trigger user', one);
    end loop;
    update record_end set destroyed_by = by_whom, destroyed_at = now(), rows_gone = gone where patient_id = person and withdrawn_at is null;
    perform set_config('anteroom.agent', asker, true);
    return gone;
end $$;
revoke execute on function end_record(uuid, text) from public;
