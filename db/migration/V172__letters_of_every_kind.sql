-- The outbox holds every kind of letter, not only links to forms. It holds no health fact: date, time and place are read
-- again when a letter is written, and so is whether it is still true.
alter table communication
    alter column link_id drop not null,
    alter column reference drop not null,
    drop constraint communication_kind_check,
    add constraint communication_kind_check check (kind in ('COPY', 'RESUME', 'CHECK_IN', 'FOLLOW_UP', 'CONFIRMATION', 'CHANGE', 'CANCELLATION',
                                                            'REMINDER', 'INVITATION', 'MESSAGE', 'OFFER', 'CODE')),
    add column channel        text not null default 'EMAIL' check (channel in ('EMAIL', 'SMS')),
    add column patient_id     uuid references patient,
    add column appointment_id uuid references appointment,
    -- The invitation, offer or code that the letter brings.
    add column about_id       uuid,
    -- What tells two letters of one kind about one visit apart: the version of a change, the start and days of a reminder.
    add column concerning     text not null default '',
    add constraint communication_is_about_something check (link_id is not null or patient_id is not null);

-- One letter for each visit, kind and channel, however often somebody asks for it.
create unique index communication_once on communication (appointment_id, kind, channel, concerning) where appointment_id is not null;
create index communication_by_patient on communication (patient_id, created_at desc) where patient_id is not null;

-- How many days before a visit its reminders leave.
create table reminder_rung (
    visit_type  text     not null references visit_type,
    days_before smallint not null check (days_before between 1 and 60),
    primary key (visit_type, days_before)
);
insert into reminder_rung (visit_type, days_before) select code, days from visit_type, unnest(array[7, 2]) as days;
create function new_visits_are_reminded() returns trigger language plpgsql as $$
begin
    insert into reminder_rung (visit_type, days_before) values (new.code, 7), (new.code, 2);
    return new;
end $$;
create trigger new_visits_are_reminded after insert on visit_type for each row execute function new_visits_are_reminded();
