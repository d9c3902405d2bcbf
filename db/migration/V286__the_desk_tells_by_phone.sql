-- Somebody of the desk tells a patient by phone what has become of a visit; one open call a visit is enough.
alter table patient_task
    drop constraint patient_task_kind_check,
    add constraint patient_task_kind_check check (kind in ('BOUNCED', 'SAFETY_CHANGED', 'WORSE', 'MESSAGE', 'CARER', 'TELL_BY_PHONE'));
create unique index patient_task_phoned_once on patient_task (appointment_id) where kind = 'TELL_BY_PHONE' and done_at is null;
