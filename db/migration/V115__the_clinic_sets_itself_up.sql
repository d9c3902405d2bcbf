-- What the clinic sets itself stands above what the deployment says; a name without a row means the deployment's value.
alter table clinic_setting drop constraint clinic_setting_name_check;
alter table clinic_setting add constraint clinic_setting_name_check check (name in (
    'CLINIC_NAME', 'CLINIC_PHONE', 'CLINIC_EMERGENCY', 'CLINIC_CRISIS', 'CLINIC_POISON', 'CLINIC_EMERGENCY_NOTE',
    'INTAKE_SUSPENDED', 'INTAKE_DAILY_CAP', 'INTAKE_MESSAGE', 'INTAKE_DRAFT_DAYS'));
alter table clinic_setting add constraint clinic_setting_draft_days_check
    check (name <> 'INTAKE_DRAFT_DAYS' or (value ~ '^[0-9]{1,3}$' and value::integer between 1 and 365));
