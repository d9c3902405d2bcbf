-- A correction adds and never erases. Most rows are only ever added; of the few that are written over, what stood before is kept here by the database itself,
-- whichever program wrote: which words, when, and by whom of the staff. Without a name it was the patient, or a clock of the clinic; the trail says which.
create table record_before (
    id             uuid primary key default gen_random_uuid(),
    patient_id     uuid not null references patient,
    response_id    uuid references questionnaire_response,
    appointment_id uuid references appointment,
    place          text not null,
    words          text not null,
    changed_by     text,
    changed_at     timestamptz not null default now()
);
create index record_before_by_patient on record_before (patient_id, changed_at);
create index record_before_by_response on record_before (response_id) where response_id is not null;
create index record_before_by_appointment on record_before (appointment_id) where appointment_id is not null;

alter table record_before enable row level security;
alter table record_before force row level security;
create policy locked_away on record_before using (
    patient_id <> all ((select locked_patients())::uuid[])
    and (response_id is null or response_id <> all ((select locked_behind('FORM'))::uuid[]))
    and (appointment_id is null or appointment_id <> all ((select locked_behind('VISIT'))::uuid[]))) with check (true);

create function record_before_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'What stood before in record % is never changed. Maybe write what is right now instead.', old.patient_id;
end $$;
create trigger record_before_is_written_once before update or delete on record_before for each row execute function record_before_is_written_once();

-- The arguments are the columns that hold words. A form that is nobody's yet is a draft and has no record.
create function what_stood_is_kept() returns trigger language plpgsql as $$
declare
    was constant jsonb := to_jsonb(old);
    becomes constant jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
    response constant uuid := was ->> 'response_id';
    visit constant uuid := coalesce(was ->> 'appointment_id', case when tg_table_name = 'appointment' then was ->> 'id' end);
    whose uuid;
    stood text;
begin
    select string_agg(replace(name, '_', ' ') || ': ' || (was ->> name), chr(10)) into stood from unnest(tg_argv) name
    where coalesce(was ->> name, '') <> '' and was ->> name is distinct from becomes ->> name;
    if stood is null then
        return null;
    end if;
    whose := coalesce(cast(was ->> 'patient_id' as uuid), case when tg_table_name = 'patient' then cast(was ->> 'id' as uuid) end,
        (select f.patient_id from questionnaire_response f where f.id = response), (select a.patient_id from appointment a where a.id = visit));
    if whose is not null then
        insert into record_before (patient_id, response_id, appointment_id, place, words, changed_by)
        values (whose, response, visit, tg_table_name, stood, nullif(current_setting('anteroom.agent', true), ''));
    end if;
    return null;
end $$;

create trigger what_stood_is_kept after update of given_name, family_name, birth_date, sex, phone, email, language, contact_by, best_times, interpreter, needs, needs_words, card_number on patient
    for each row execute function what_stood_is_kept('given_name', 'family_name', 'birth_date', 'sex', 'phone', 'email', 'language', 'contact_by', 'best_times', 'interpreter', 'needs', 'needs_words', 'card_number');
create trigger what_stood_is_kept after update or delete on patient_alert for each row execute function what_stood_is_kept('words', 'by_whom');
create trigger what_stood_is_kept after update or delete on visit_note for each row execute function what_stood_is_kept('words', 'by_whom');
create trigger what_stood_is_kept after update or delete on visit_answer for each row execute function what_stood_is_kept('answer', 'by_whom');
create trigger what_stood_is_kept after update or delete on visit_need for each row execute function what_stood_is_kept('language', 'interpreter', 'companion', 'wheelchair', 'help', 'words');
create trigger what_stood_is_kept after update of note on care_case for each row execute function what_stood_is_kept('note', 'note_by');
create trigger what_stood_is_kept after update of wall_start, visit_type, cancel_reason, overbooked_because on appointment
    for each row execute function what_stood_is_kept('wall_start', 'visit_type', 'cancel_reason', 'overbooked_because');
create trigger what_stood_is_kept after update of code, body_site, detail, priority, indication, holds, revoked_because on service_request
    for each row execute function what_stood_is_kept('code', 'body_site', 'detail', 'priority', 'indication', 'holds', 'revoked_because');
