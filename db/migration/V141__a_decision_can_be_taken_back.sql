-- A doctor may take a decision back at once, and an order as long as nobody has booked it. What happened stays on record.
alter table service_request drop constraint service_request_answers_one_flag;
create unique index service_request_answers_one_flag on service_request (test_flag_id) where status <> 'REVOKED';
alter table service_request
    add column revoked_by text,
    add column revoked_at timestamptz,
    add column revoked_because text check (length(revoked_because) between 1 and 2000);

alter table test_flag_step drop constraint test_flag_step_step_check;
alter table test_flag_step add constraint test_flag_step_step_check
    check (step in ('RAISED', 'SEEN', 'CONFIRMED', 'MODIFIED', 'REJECTED', 'UNDONE', 'ORDERED', 'BOOKED', 'CALLED_OFF', 'PERFORMED', 'ANSWERED'));
drop index test_flag_step_happens_once;
create unique index test_flag_step_happens_once on test_flag_step (test_flag_id, step)
    where step in ('RAISED', 'SEEN', 'PERFORMED', 'ANSWERED');
