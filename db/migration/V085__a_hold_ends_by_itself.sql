-- A hold is an appointment that is PENDING and ends at a moment of the database's clock (IHE: $hold). It occupies like a
-- booking; whoever meets it afterwards clears it in the own transaction, so no clean-up job has to run in time.
alter table appointment
    add column expires_at timestamptz,
    add constraint appointment_only_a_hold_expires check (expires_at is null or status = 'PENDING');
create index appointment_holds on appointment (expires_at) where expires_at is not null;

-- Active orders and the visit that answers them; a hold that has ended answers nothing.
create view request_to_book as
    select r.id, r.patient_id, r.code, r.body_site, r.detail, r.priority, r.authored_on, r.occurrence_latest,
           p.given_name, p.family_name, p.birth_date, p.phone, v.id as appointment_id
    from service_request r
    join patient p on p.id = r.patient_id
    left join (appointment_request l
               join appointment v on v.id = l.appointment_id and (v.expires_at is null or v.expires_at > now()))
        on l.service_request_id = r.id and l.live
    where r.status = 'ACTIVE';

create or replace view requests_waiting_for_a_slot as
    select id, patient_id, code, body_site, detail, priority, authored_on, occurrence_latest,
           given_name, family_name, birth_date, phone
    from request_to_book
    where appointment_id is null
    order by occurrence_latest nulls last, authored_on, id;
