-- What a patient added after an emergency stopped the form.
create table intake_note (
    id          uuid primary key,
    response_id uuid not null references questionnaire_response,
    written_at  timestamptz not null,
    words       text not null check (length(words) between 1 and 2000)
);
create index intake_note_by_response on intake_note (response_id, written_at);
create trigger intake_rows_are_written_once before update or delete on intake_note
    for each row execute function intake_rows_are_written_once();
