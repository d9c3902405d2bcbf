-- What patients may ask for: a language, a woman or a man, a site, a room that takes a wheelchair.
alter table practitioner
    add column sex text check (sex in ('FEMALE', 'MALE', 'INTERSEX'));
create table practitioner_language (
    practitioner_id uuid not null references practitioner,
    language        text not null check (language ~ '^[a-z]{2,3}$'),
    primary key (practitioner_id, language)
);
alter table location
    add column accessible boolean not null default true;
