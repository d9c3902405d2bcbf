-- What the desk adds to a phase of one visit, or takes from it. Each change stays, with who made it; the newest of a phase holds.
create table appointment_length (
    id             uuid        primary key,
    appointment_id uuid        not null references appointment,
    phase          smallint    not null check (phase between 1 and 20),
    minutes        smallint    not null check (minutes between -475 and 475 and minutes % 5 = 0),
    set_by         text        not null,
    set_at         timestamptz not null
);
create index appointment_length_newest on appointment_length (appointment_id, phase, id desc);
