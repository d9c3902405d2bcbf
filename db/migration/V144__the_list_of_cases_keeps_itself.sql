-- Whatever changes a case, through whichever door, brings its row up to date in the same transaction.
create function refresh_care_case(of_response uuid) returns void language plpgsql as $$
begin
    insert into care_case as c (response_id, evaluation_id, since, urgency, due_at, diverted, by_hand, red_flags, tests, undecided, decided,
                                orders, orders_open, results_unread, asked_at, is_open)
    select r.id, e.id, coalesce(r.completed_at, e.evaluated_at), e.urgency, e.due_at, r.status = 'STOPPED', e.by_hand,
           (select count(*) from jsonb_array_elements(e.outcome::jsonb -> 'findings') as f
            where f ->> 'truth' = 'TRUE' and f ->> 'level' in ('E', 'U', 'S')),
           coalesce(t.tests, ''), coalesce(t.undecided, 0), coalesce(t.decided, 0), o.orders, o.waiting, o.unread, q.asked_at, true
    from questionnaire_response r
    join lateral (select v.* from evaluation v where v.response_id = r.id order by v.evaluated_at desc, v.id desc limit 1) e on true
    left join lateral (
        select string_agg(distinct f.test, ' ' order by f.test) filter (where f.status <> 'REJECTED') as tests,
               count(*) filter (where f.status = 'RAISED') as undecided, count(*) filter (where f.status <> 'RAISED') as decided
        from test_flag f where f.evaluation_id = e.id) t on true
    left join lateral (
        select count(*) as orders,
               count(*) filter (where not exists (select from diagnostic_report d where d.service_request_id = s.id and d.reviewed_at is not null)) as waiting,
               count(*) filter (where exists (select from diagnostic_report d where d.service_request_id = s.id and d.reviewed_at is null)) as unread
        from service_request s where s.response_id = r.id and s.status <> 'REVOKED') o on true
    left join lateral (
        select min(u.asked_at) as asked_at from follow_up_question u
        where u.response_id = r.id and u.answered_at is null and u.withdrawn_at is null) q on true
    where r.id = of_response and r.status in ('COMPLETED', 'AMENDED', 'STOPPED')
    on conflict (response_id) do update set evaluation_id = excluded.evaluation_id, since = excluded.since, urgency = excluded.urgency,
        due_at = excluded.due_at, diverted = excluded.diverted, by_hand = excluded.by_hand, red_flags = excluded.red_flags, tests = excluded.tests,
        undecided = excluded.undecided, decided = excluded.decided, orders = excluded.orders, orders_open = excluded.orders_open,
        results_unread = excluded.results_unread, asked_at = excluded.asked_at;
    -- Care at home needs nobody. Everything else is open until it is decided and answered, or a doctor closes it.
    update care_case c set is_open = c.closed_at is null and (c.undecided > 0 or c.orders_open > 0 or c.asked_at is not null
        or (c.diverted and exists (select from patient_call p where p.response_id = c.response_id and p.outcome is null))
        or (not c.diverted and c.decided = 0 and (c.by_hand or c.urgency <> 'SELF_CARE')))
    where c.response_id = of_response;
end $$;

create function care_case_follows() returns trigger language plpgsql as $$
begin
    perform refresh_care_case(new.response_id);
    return null;
end $$;
create function care_case_follows_form() returns trigger language plpgsql as $$
begin
    perform refresh_care_case(new.id);
    return null;
end $$;
create function care_case_follows_result() returns trigger language plpgsql as $$
begin
    perform refresh_care_case((select s.response_id from service_request s where s.id = new.service_request_id));
    return null;
end $$;
create trigger care_case_follows after insert on evaluation for each row execute function care_case_follows();
create trigger care_case_follows after insert or update on test_flag for each row execute function care_case_follows();
create trigger care_case_follows after insert or update on service_request for each row execute function care_case_follows();
create trigger care_case_follows after insert or update on follow_up_question for each row execute function care_case_follows();
create trigger care_case_follows after insert or update on patient_call for each row execute function care_case_follows();
create trigger care_case_follows after update of status on questionnaire_response for each row
    when (old.status is distinct from new.status) execute function care_case_follows_form();
create trigger care_case_follows after insert or update on diagnostic_report for each row execute function care_case_follows_result();
create trigger care_case_follows after update of closed_at on care_case for each row
    when (old.closed_at is distinct from new.closed_at) execute function care_case_follows();

select refresh_care_case(id) from questionnaire_response;
