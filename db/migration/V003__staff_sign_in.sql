create table staff_account (
    id              uuid primary key,
    username        text not null check (username = lower(username) and length(username) between 2 and 60),
    display_name    text not null,
    password_hash   text not null,
    role            text not null check (role in ('DOCTOR', 'RECEPTIONIST', 'MEDICAL_DIRECTOR', 'ADMINISTRATOR', 'PRIVACY_OFFICER')),
    practitioner_id uuid references practitioner,
    active          boolean not null default true,
    failed_attempts integer not null default 0,
    retry_after     timestamptz,
    version         integer not null default 1,
    constraint staff_account_username_is_free unique (username)
);
