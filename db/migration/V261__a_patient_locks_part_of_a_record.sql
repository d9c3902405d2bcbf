-- The lock-box. What a patient keeps from somebody is left out by the database itself, so that it holds in every list, search, count, export and
-- sheet, also in those that nobody has written yet. Who asks stands in two settings of the transaction (access.LockBox); without them it is the
-- patient or one of the clinic's own clocks, for whom nothing is locked.
create table consent_lock (
    id         uuid primary key,
    patient_id uuid not null references patient,
    item_kind  text check (item_kind in ('FORM', 'ORDER', 'VISIT', 'NOTE')),
    item_id    uuid,
    against    text not null check (against in ('ALL', 'PERSON', 'ROLE')),
    whom       text check (length(whom) between 2 and 80),
    wording    text not null check (length(wording) between 3 and 300),
    written_by text not null,
    written_at timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    constraint consent_lock_names_an_item_or_none check ((item_kind is null) = (item_id is null)),
    constraint consent_lock_names_somebody_or_all check ((against = 'ALL') = (whom is null)),
    constraint consent_lock_ends_by_somebody check ((ended_by is null) = (ended_at is null))
);
create index consent_lock_in_force on consent_lock (patient_id) where ended_at is null;

-- Looking behind a lock for a while; the officer reads each one.
create table glass_break (
    id         uuid primary key,
    patient_id uuid not null references patient,
    agent      text not null,
    reason     text not null check (length(reason) between 10 and 300),
    broken_at  timestamptz not null,
    ends_at    timestamptz not null,
    seen_by    text,
    seen_at    timestamptz,
    constraint glass_break_lasts_an_hour_at_most check (ends_at > broken_at and ends_at <= broken_at + interval '1 hour'),
    constraint glass_break_is_seen_by_somebody check ((seen_by is null) = (seen_at is null))
);
create index glass_break_by_agent on glass_break (agent, patient_id, ends_at);
create index glass_break_unseen on glass_break (broken_at) where seen_at is null;

create function locks_against(agent text, roles text) returns setof consent_lock language sql stable as $$
    select l.* from consent_lock l
    where agent <> '' and l.ended_at is null
      and (l.against = 'ALL' or l.against = 'PERSON' and l.whom = agent or l.against = 'ROLE' and l.whom = any (string_to_array(roles, ' ')))
      and not exists (select from glass_break b where b.agent = $1 and b.patient_id = l.patient_id and b.ends_at > now())
$$;
create function locks_on_me() returns setof consent_lock language sql stable as $$
    select * from locks_against(coalesce(current_setting('anteroom.agent', true), ''), coalesce(current_setting('anteroom.roles', true), ''))
$$;
create function locked_patients() returns uuid[] language sql stable as $$
    select coalesce(array_agg(patient_id), '{}') from locks_on_me() where item_kind is null
$$;
create function locked_items(kind text) returns uuid[] language sql stable as $$
    select coalesce(array_agg(item_id), '{}') from locks_on_me() where item_kind = kind
$$;

-- Looks behind the locks itself, because it has to know what lies there; it gives ids to the policies and to nobody else. Not by "set" of the function:
-- only a superuser may write that, and a clinic's own database need not have one.
create function locked_behind(kind text) returns uuid[] language plpgsql stable as $$
declare
    asker constant text := coalesce(current_setting('anteroom.agent', true), '');
    roles constant text := coalesce(current_setting('anteroom.roles', true), '');
    ids uuid[];
begin
    if not exists (select from locks_on_me()) then
        return '{}';
    end if;
    perform set_config('anteroom.agent', '', true);
    ids := case kind
        when 'FORM' then array(
            select f.id from questionnaire_response f where f.patient_id in (select patient_id from locks_against(asker, roles) where item_kind is null)
            union select item_id from locks_against(asker, roles) where item_kind = 'FORM')
        when 'VISIT' then array(
            select a.id from appointment a where a.patient_id in (select patient_id from locks_against(asker, roles) where item_kind is null)
            union select item_id from locks_against(asker, roles) where item_kind = 'VISIT')
        when 'ORDER' then array(
            select s.id from service_request s where s.patient_id in (select patient_id from locks_against(asker, roles) where item_kind is null)
                or s.response_id in (select item_id from locks_against(asker, roles) where item_kind = 'FORM')
            union select item_id from locks_against(asker, roles) where item_kind = 'ORDER')
        when 'FLAG' then array(
            select s.test_flag_id from service_request s
            where s.id in (select item_id from locks_against(asker, roles) where item_kind = 'ORDER') and s.test_flag_id is not null)
    end;
    perform set_config('anteroom.agent', asker, true);
    return ids;
end
$$;

-- Each (select ...) is worked out once a query, not once a row.
do $$
declare
    patients constant text := '(patient_id is null or patient_id <> all ((select locked_patients())::uuid[]))';
    forms    constant text := '(response_id is null or response_id <> all ((select locked_behind(''FORM''))::uuid[]))';
    visits   constant text := '(appointment_id is null or appointment_id <> all ((select locked_behind(''VISIT''))::uuid[]))';
    orders   constant text := '(service_request_id is null or service_request_id <> all ((select locked_behind(''ORDER''))::uuid[]))';
    rule record;
begin
    for rule in select * from (values
        ('questionnaire_response', patients || ' and id <> all ((select locked_items(''FORM''))::uuid[])'),
        ('appointment', patients || ' and id <> all ((select locked_items(''VISIT''))::uuid[])'),
        ('service_request', patients || ' and ' || forms || ' and id <> all ((select locked_items(''ORDER''))::uuid[])'),
        ('test_flag', forms || ' and id <> all ((select locked_behind(''FLAG''))::uuid[])'),
        ('test_flag_step', 'exists (select from test_flag f where f.id = test_flag_id)'),
        ('intake_note', forms || ' and id <> all ((select locked_items(''NOTE''))::uuid[])'),
        ('evaluation', patients || ' and ' || forms),
        ('attachment', forms), ('care_case', forms), ('care_case_reader', forms), ('care_case_step', forms), ('check_in', forms),
        ('follow_up_question', forms), ('intake_consent', forms), ('intake_needs', forms), ('patient_call', forms),
        ('diary_entry', patients || ' and ' || forms),
        ('diagnostic_report', patients || ' and ' || orders),
        ('task', patients || ' and ' || orders),
        ('patient_alert', patients),
        ('patient_task', patients || ' and ' || visits),
        ('visit_message', patients || ' and ' || visits),
        ('communication', patients || ' and ' || visits),
        ('appointment_since', visits), ('appointment_place', visits), ('preparation_tick', visits), ('safety_confirmation', visits),
        ('visit_answer', visits), ('visit_need', visits), ('visit_note', visits), ('wait_list_entry', visits)) as r (name, visible)
    loop
        execute format('alter table %I enable row level security', rule.name);
        execute format('alter table %I force row level security', rule.name);
        execute format('create policy locked_away on %I using (%s) with check (true)', rule.name, rule.visible);
    end loop;
    -- A view asks for whoever reads it. Before PostgreSQL 15 it asks for its owner, for whom the policies hold as well unless it is a superuser.
    if current_setting('server_version_num')::int >= 150000 then
        for rule in select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'v' and n.nspname = current_schema() and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') loop
            execute format('alter view %I set (security_invoker = true)', rule.name);
        end loop;
    end if;
end $$;

-- What is seen behind a lock says so in the trail.
create function audit_says_that_the_glass_was_broken() returns trigger language plpgsql as $$
begin
    if new.patient_id is not null and exists (select from glass_break b where b.agent = new.agent and b.patient_id = new.patient_id and b.ends_at > now()) then
        new.reason := 'BTG';
    end if;
    return new;
end $$;
create trigger audit_says_that_the_glass_was_broken before insert on audit_event for each row execute function audit_says_that_the_glass_was_broken();
