-- What somebody says some days after the form, through a mailed link or at any time with the form's key. Written once.
create table check_in (
    id          uuid primary key,
    response_id uuid not null references questionnaire_response,
    answered_at timestamptz not null,
    course      text not null check (course in ('BETTER', 'SAME', 'CAME_BACK', 'WORSE'))
);
create index check_in_by_response on check_in (response_id, answered_at);

-- Kinds of calls are a word of the code's own list. Who has no mail is called on each day of a check-in: two of them wait
-- side by side, while any other call waits once.
alter table patient_call drop constraint patient_call_kind_check;
alter table patient_call add constraint patient_call_kind_check check (kind ~ '^[A-Z][A-Z_]{1,29}$');
drop index patient_call_waits_once;
create unique index patient_call_waits_once on patient_call (response_id, kind) where outcome is null and kind <> 'CHECK_IN';
create unique index patient_call_checks_in_once_a_day on patient_call (response_id, due_at) where outcome is null and kind = 'CHECK_IN';
