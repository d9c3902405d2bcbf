-- Who signs in elsewhere (OpenID Connect) is known by issuer and subject. The first time, a mail address that the other side has checked finds
-- the account; nobody gets an account or a role this way.
alter table staff_account add column mail text check (mail = lower(mail) and mail like '%_@_%');
alter table staff_account add constraint staff_account_mail_is_one_persons unique (mail);
create table staff_identity (
    issuer     text not null,
    subject    text not null,
    account_id uuid not null references staff_account on delete cascade,
    created_at timestamptz not null,
    primary key (issuer, subject)
);
