-- IMPLANT: an MRI, and the form says that there is, or may be, a device in the body (SAF-Q03).
-- BLOOD_FIRST: a scan with contrast, and no kidney value of the last 90 days.
create view order_interlock as
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
            and a.starts_at > now() - interval '90 days');
