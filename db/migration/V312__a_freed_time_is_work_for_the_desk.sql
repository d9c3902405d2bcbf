-- A time that a visit has left and that the desk may tell to those who would come earlier. One open row for each visit and time, however often it is
-- called off and taken up again. It says that a time is free, not whose it was: the id is for "once" only.
create table freed_time (
    id             uuid primary key,
    appointment_id uuid        not null references appointment on delete cascade,
    visit_type     text        not null references visit_type,
    starts_at      timestamptz not null,
    freed_at       timestamptz not null,
    settled_at     timestamptz,
    settled_by     text,
    settled_how    text check (settled_how in ('TOLD', 'LEFT', 'TAKEN_AGAIN')),
    constraint freed_time_is_settled_somehow check ((settled_at is null) = (settled_how is null))
);
create unique index freed_time_is_open_once on freed_time (appointment_id, starts_at) where settled_at is null;
create index freed_time_open on freed_time (starts_at) where settled_at is null;
create trigger freed_time_tells_the_desks after insert or update or delete on freed_time for each row execute function any_board_is_told();
