-- A question of a doctor about a form that was sent in, and the patient's answer. Its form waits until it is answered.
create table follow_up_question (
    id          uuid primary key,
    response_id uuid not null references questionnaire_response,
    asked_by    text not null check (length(asked_by) between 1 and 60),
    asked_at    timestamptz not null,
    words       text not null check (length(words) between 1 and 1000),
    answer      text check (length(answer) between 1 and 2000),
    answered_at timestamptz,
    withdrawn_at timestamptz,
    check ((answer is null) = (answered_at is null)),
    check (answered_at is null or withdrawn_at is null)
);
create index follow_up_question_by_response on follow_up_question (response_id, asked_at);
create function follow_up_question_only_ends() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.answered_at is not null or old.withdrawn_at is not null
            or row(new.id, new.response_id, new.asked_by, new.asked_at, new.words)
               is distinct from row(old.id, old.response_id, old.asked_by, old.asked_at, old.words) then
        raise exception 'a question to a patient only gets its answer' using errcode = 'restrict_violation',
            constraint = 'follow_up_question_only_ends';
    end if;
    return new;
end $$;
create trigger follow_up_question_only_ends before update or delete on follow_up_question
    for each row execute function follow_up_question_only_ends();

-- Every purpose is a word of the code's own list; naming them here as well would need a migration for each new letter.
alter table access_link drop constraint access_link_purpose_check;
alter table access_link add constraint access_link_purpose_check check (purpose ~ '^[A-Z][A-Z_]{1,29}$');
alter table communication drop constraint communication_kind_check;
alter table communication add constraint communication_kind_check check (kind ~ '^[A-Z][A-Z_]{1,29}$');
