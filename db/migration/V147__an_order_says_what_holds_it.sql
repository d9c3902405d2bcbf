-- Why nobody should be booked for an order without a word with the clinic: safety questions that were left open, or answers
-- that a doctor has to look at. A doctor settles it; until then no patient books it alone, whichever door is used.
alter table service_request
    add column holds text check (length(holds) between 1 and 4000),
    add column hold_settled_by text,
    add column hold_settled_at timestamptz,
    add check ((hold_settled_by is null) = (hold_settled_at is null) and (hold_settled_by is null or holds is not null));

alter table care_case_step drop constraint care_case_step_step_check;
alter table care_case_step add constraint care_case_step_step_check
    check (step in ('CONFIRMED', 'MODIFIED', 'REJECTED', 'UNDONE', 'REVOKED', 'ASSIGNED', 'NOTE', 'ASKED', 'ANSWERED', 'CLOSED', 'REOPENED',
                    'RESULT', 'REVIEWED', 'INVITED', 'DRAFTED', 'SETTLED'));

create or replace view order_interlock as
    select r.id as service_request_id, r.patient_id, 'IMPLANT' as interlock
    from service_request r
    join questionnaire_response q on q.id = r.response_id
    where r.code = 'MRI'
      and exists (select from jsonb_array_elements_text(
              case when jsonb_typeof(q.answers::jsonb -> 'SAF-Q03') = 'array' then q.answers::jsonb -> 'SAF-Q03' else '[]' end) as device
          where device in ('PACEMAKER', 'ICD', 'LOOP_RECORDER', 'NERVE_BRAIN_STIM', 'DRUG_PUMP', 'UNSURE', 'OTHER'))
    union all
    select r.id, r.patient_id, 'BLOOD_FIRST'
    from service_request r
    where r.code in ('CT', 'MRI') and r.detail like '%CONTRAST%'
      and not exists (
          select from service_request b
          join appointment_request l on l.service_request_id = b.id and l.live
          join appointment a on a.id = l.appointment_id and a.status = 'FULFILLED'
          where b.patient_id = r.patient_id and b.code = 'BLOOD' and b.detail like '%CREATININE%'
            and a.starts_at > now() - interval '90 days')
    union all
    select r.id, r.patient_id, 'HOLD'
    from service_request r
    where r.holds is not null and r.hold_settled_by is null;
