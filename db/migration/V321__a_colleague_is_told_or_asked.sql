-- A word on a case that is meant for one colleague. It stands in that colleague's list until it was read, or, if an answer is
-- wanted, until it was given: a second opinion without a visit.
create table colleague_word (
    id           uuid primary key,
    response_id  uuid not null references care_case,
    told_by      text not null check (length(told_by) between 1 and 60),
    told_to      text not null check (length(told_to) between 1 and 60),
    told_at      timestamptz not null,
    words        text not null check (length(words) between 1 and 2000),
    wants_answer boolean not null,
    seen_at      timestamptz,
    answered_at  timestamptz,
    answer       text check (length(answer) between 1 and 2000),
    constraint nobody_asks_themselves check (told_by <> told_to),
    constraint only_what_was_asked_is_answered check ((answer is null) = (answered_at is null) and (answer is null or wants_answer))
);
create index colleague_word_of_case on colleague_word (response_id);
create index colleague_word_waits on colleague_word (told_to)
    where wants_answer and answered_at is null or not wants_answer and seen_at is null;

-- Whoever may not read the form reads no word about it. (select ...) is worked out once a query, not once a row.
alter table colleague_word enable row level security;
alter table colleague_word force row level security;
create policy locked_away on colleague_word using (response_id <> all ((select locked_behind('FORM'))::uuid[])) with check (true);
