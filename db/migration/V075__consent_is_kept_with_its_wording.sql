-- What was agreed to when a form was sent in, word by word, and when (FHIR: Consent).
create table intake_consent (
    response_id uuid primary key references questionnaire_response,
    wording     text not null,
    words       text not null check (length(words) > 0),
    given_at    timestamptz not null
);
-- Shared by all tables of intake that only grow.
create function intake_rows_are_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are written once and never changed or deleted', tg_table_name
        using errcode = 'restrict_violation', constraint = 'intake_rows_are_written_once';
end $$;
create trigger intake_rows_are_written_once before update or delete on intake_consent
    for each row execute function intake_rows_are_written_once();
