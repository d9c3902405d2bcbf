-- A central call desk sees everybody's free times and books; it reads no patient, no visit and no list.
alter table staff_account
    drop constraint staff_account_role_check,
    add constraint staff_account_role_check
        check (role in ('DOCTOR', 'RECEPTIONIST', 'MEDICAL_DIRECTOR', 'ADMINISTRATOR', 'PRIVACY_OFFICER', 'CALL_DESK'));
