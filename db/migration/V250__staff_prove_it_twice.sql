-- Whoever works here proves it twice: with a password, and with six digits of a device of theirs. Asked of everybody; an account that is
-- not asked is an exception somebody has made. The secret of the device is sealed with a key that the database does not know.
alter table staff_account add column second_factor_asked boolean not null default true;
alter table staff_account add column totp_secret text;
alter table staff_account add column totp_next text;
alter table staff_account add column totp_step bigint not null default 0;
-- Ten ways back for who has lost the device; each works once.
create table staff_recovery_code (
    account_id uuid not null references staff_account on delete cascade,
    code_hash  text not null check (length(code_hash) = 64),
    used_at    timestamptz,
    primary key (account_id, code_hash)
);
