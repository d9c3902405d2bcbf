-- What the clinic asks before times are shown, kind of visit by kind of visit. A question never changes its words: a changed one is a new
-- row and the old one is retired, so that an answer always stands beside what was asked.
create table visit_question (
    id         uuid primary key,
    visit_type text        not null references visit_type,
    position   smallint    not null,
    kind       text        not null check (kind in ('YES_NO', 'CHOICE', 'TEXT')),
    text_en    text        not null check (length(text_en) between 3 and 300),
    text_fr    text        not null check (length(text_fr) between 3 and 300),
    needed     boolean     not null,
    written_by text        not null,
    written_at timestamptz not null,
    retired_at timestamptz
);
create index visit_question_in_force on visit_question (visit_type, position) where retired_at is null;

create table visit_question_option (
    question_id uuid     not null references visit_question,
    code        text     not null check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
    position    smallint not null,
    text_en     text     not null check (length(text_en) between 1 and 200),
    text_fr     text     not null check (length(text_fr) between 1 and 200),
    effect      text     not null check (effect in ('GO_ON', 'WARN', 'CALL')),
    words_en    text check (length(words_en) between 3 and 500),
    words_fr    text check (length(words_fr) between 3 and 500),
    primary key (question_id, code),
    constraint who_is_stopped_or_warned_is_told_why check ((effect = 'GO_ON') = (words_en is null) and (words_en is null) = (words_fr is null))
);

create function questions_keep_their_words() returns trigger language plpgsql as $$
begin
    raise exception 'a question keeps its words' using errcode = 'restrict_violation', constraint = 'questions_keep_their_words';
end $$;
create trigger questions_keep_their_words before update of visit_type, kind, text_en, text_fr on visit_question
    for each row execute function questions_keep_their_words();
create trigger questions_keep_their_words before update or delete on visit_question_option
    for each row execute function questions_keep_their_words();

-- What a patient answered about a visit. Rows are added; the newest one counts, and one with neither option nor words takes the answer
-- back. No row is no answer, and never "no".
create table visit_question_answer (
    id             uuid primary key,
    appointment_id uuid        not null references appointment,
    question_id    uuid        not null references visit_question,
    option_code    text,
    words          text check (length(words) between 1 and 500),
    answered_at    timestamptz not null,
    foreign key (question_id, option_code) references visit_question_option,
    constraint an_answer_is_an_option_or_words check (num_nonnulls(option_code, words) <= 1)
);
create index visit_question_answer_by_visit on visit_question_answer (appointment_id, question_id, answered_at desc);
alter table visit_question_answer enable row level security;
alter table visit_question_answer force row level security;
create policy locked_away on visit_question_answer
    using (appointment_id <> all ((select locked_behind('VISIT'))::uuid[])) with check (true);

-- An answer that was changed after booking and says "call us" is looked at by the desk.
alter table patient_task
    drop constraint patient_task_kind_check,
    add constraint patient_task_kind_check check (kind in ('BOUNCED', 'SAFETY_CHANGED', 'WORSE', 'MESSAGE', 'CARER', 'VISIT_ANSWER'));
