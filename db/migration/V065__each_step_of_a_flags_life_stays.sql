-- What became of a flag, step by step, each with its time and its owner. Only added to: what happened, happened.
create table test_flag_step (
    id           uuid primary key,
    test_flag_id uuid not null references test_flag,
    step         text not null check (step in ('RAISED', 'SEEN', 'CONFIRMED', 'MODIFIED', 'REJECTED', 'ORDERED', 'BOOKED',
                                               'CALLED_OFF', 'PERFORMED', 'ANSWERED')),
    at           timestamptz not null,
    -- The account that did it; "rules" or "patient" where nobody was signed in.
    owner        text not null check (length(owner) between 1 and 200),
    detail       text check (length(detail) between 1 and 2000)
);
create index test_flag_step_by_flag on test_flag_step (test_flag_id, at);
-- The first look counts, whoever looks again.
create unique index test_flag_step_happens_once on test_flag_step (test_flag_id, step)
    where step in ('RAISED', 'SEEN', 'CONFIRMED', 'REJECTED', 'ORDERED', 'PERFORMED', 'ANSWERED');

create trigger test_flag_step_is_written_once before update or delete or truncate on test_flag_step
    for each statement execute function written_once();
-- Flags from before this table: what is known of them.
insert into test_flag_step (id, test_flag_id, step, at, owner)
    select gen_random_uuid(), f.id, 'RAISED', e.evaluated_at, 'rules' from test_flag f join evaluation e on e.id = f.evaluation_id;
insert into test_flag_step (id, test_flag_id, step, at, owner, detail)
    select gen_random_uuid(), f.id, f.status, f.decided_at, f.decided_by, f.reason_code from test_flag f where f.status <> 'RAISED';
