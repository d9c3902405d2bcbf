-- What must never be in a database of anteroom, each as a sentence and a count. All counts are 0.
select 'people, rooms, machines or patients taken twice', count(*)
from occupancy a join occupancy b on a.resource_id = b.resource_id and a.seat = b.seat and a.id < b.id
     and a.live and b.live and a.during && b.during
union all
select 'live visits that do not hold their patient from start to end', count(*)
from appointment v
where v.live and not exists (
    select from occupancy o where o.appointment_id = v.id and o.resource_id = v.patient_id and o.live
    having min(lower(o.during)) = v.starts_at and max(upper(o.during)) = v.ends_at)
union all
select 'occupancies that live or die apart from their visit', count(*)
from occupancy o join appointment v on v.id = o.appointment_id where o.live <> v.live
union all
select 'orders with two live visits', count(*)
from (select from appointment_request where live group by service_request_id having count(*) > 1) twice
union all
select 'evaluations whose rule set is not the one they name', count(*)
from evaluation e
where e.rule_set_sha256 is not null and not exists (
    select from rule_set_version s
    where s.name = e.rule_set_name and s.version = e.rule_set_version and s.sha256 = e.rule_set_sha256)
union all
select 'forms that were sent in and never evaluated', count(*)
from questionnaire_response r
where r.status in ('COMPLETED', 'AMENDED') and not exists (select from evaluation e where e.response_id = r.id)
union all
select 'tables whose changes are not checked any more', count(*)
from pg_constraint where contype in ('x', 'f', 'c') and not convalidated;
