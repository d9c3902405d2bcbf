-- Looked at when the transaction ends, because an appointment and its occupancies are written one after the other.
create function live_appointment_holds_its_patient() returns trigger language plpgsql as $$
declare
    visit appointment;
begin
    if tg_table_name = 'appointment' then
        select * into visit from appointment where id = new.id;
    else
        select * into visit from appointment where id = old.appointment_id;
    end if;
    if visit.live and not exists (
            select from occupancy o
            where o.appointment_id = visit.id and o.resource_id = visit.patient_id and o.live
            having min(lower(o.during)) = visit.starts_at and max(upper(o.during)) = visit.ends_at) then
        raise exception 'appointment % is live but does not hold its patient from % to %', visit.id, visit.starts_at, visit.ends_at
            using errcode = 'check_violation', constraint = 'live_appointment_holds_its_patient';
    end if;
    return null;
end $$;
create constraint trigger live_appointment_holds_its_patient after insert or update on appointment
    deferrable initially deferred for each row execute function live_appointment_holds_its_patient();
create constraint trigger live_appointment_holds_its_patient after update or delete on occupancy
    deferrable initially deferred for each row execute function live_appointment_holds_its_patient();
