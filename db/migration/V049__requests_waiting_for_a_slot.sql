-- Orders nobody has booked yet, the one with the least time left first; orders without a latest date come last.
create view requests_waiting_for_a_slot as
    select r.id, r.patient_id, r.code, r.body_site, r.detail, r.priority, r.authored_on, r.occurrence_latest,
           p.given_name, p.family_name, p.birth_date, p.phone
    from service_request r
    join patient p on p.id = r.patient_id
    where r.status = 'ACTIVE'
      and not exists (select from appointment_request a where a.service_request_id = r.id and a.live)
    order by r.occurrence_latest nulls last, r.authored_on, r.id;
