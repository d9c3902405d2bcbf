-- How to reach somebody and what helps them at a visit: told on a form, and from then on known of the patient. Several codes
-- stand in one column with a space between; the language is that of the interpreter, null for none.
create table intake_needs (
    response_id uuid primary key references questionnaire_response on delete cascade,
    contact_by  text check (contact_by in ('PHONE', 'EMAIL')),
    best_times  text not null check (best_times ~ '^([A-Z]+( [A-Z]+)*)?$'),
    interpreter text check (interpreter ~ '^[a-z]{2,3}$'),
    needs       text not null check (needs ~ '^([A-Z_]+( [A-Z_]+)*)?$'),
    words       text check (length(words) between 1 and 300),
    saved_at    timestamptz not null
);
create function needs_stay_as_they_were_sent() returns trigger language plpgsql as $$
begin
    if exists (select from questionnaire_response r where r.id = old.response_id and r.status in ('COMPLETED', 'AMENDED')) then
        raise exception 'what was sent in stays as it is'
            using errcode = 'restrict_violation', constraint = 'needs_stay_as_they_were_sent';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger needs_stay_as_they_were_sent before update or delete on intake_needs
    for each row execute function needs_stay_as_they_were_sent();

alter table patient
    add column contact_by  text check (contact_by in ('PHONE', 'EMAIL')),
    add column best_times  text not null default '' check (best_times ~ '^([A-Z]+( [A-Z]+)*)?$'),
    add column interpreter text check (interpreter ~ '^[a-z]{2,3}$'),
    add column needs       text not null default '' check (needs ~ '^([A-Z_]+( [A-Z_]+)*)?$'),
    add column needs_words text check (length(needs_words) between 1 and 300);
