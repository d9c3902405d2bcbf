-- The kinds of V286 and of V290 together.
alter table patient_task
    drop constraint patient_task_kind_check,
    add constraint patient_task_kind_check
        check (kind in ('BOUNCED', 'SAFETY_CHANGED', 'WORSE', 'MESSAGE', 'CARER', 'TELL_BY_PHONE', 'VISIT_ANSWER'));
