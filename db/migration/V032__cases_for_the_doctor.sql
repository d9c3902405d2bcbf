-- One row for each form that was sent in, or stopped by an emergency, with what the rules said last and what became of it.
create view case_to_review as
    select r.id as response_id, r.reference, r.questionnaire, r.status, coalesce(r.completed_at, e.evaluated_at) as since,
           r.emergency_reply, r.emergency_phone,
           p.id as patient_id, p.given_name, p.family_name, p.birth_date, p.sex,
           e.urgency, e.due_at, e.by_hand,
           coalesce(f.tests, '') as tests, coalesce(f.undecided, 0) as undecided, coalesce(f.decided, 0) as decided,
           coalesce(o.orders, 0) as orders
    from questionnaire_response r
    join lateral (select v.* from evaluation v where v.response_id = r.id order by v.evaluated_at desc, v.id desc limit 1) e on true
    left join patient p on p.id = r.patient_id
    left join lateral (
        select string_agg(distinct t.test, ' ' order by t.test) filter (where t.status <> 'REJECTED') as tests,
               count(*) filter (where t.status = 'RAISED') as undecided,
               count(*) filter (where t.status <> 'RAISED') as decided
        from test_flag t where t.evaluation_id = e.id) f on true
    left join lateral (select count(*) as orders from service_request s where s.response_id = r.id) o on true
    where r.status in ('COMPLETED', 'AMENDED', 'STOPPED');
