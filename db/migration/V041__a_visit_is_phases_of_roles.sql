-- A kind of visit: phases one after the other, each with the parts that somebody or something has to play in it.
create table visit_type (
    code         text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
    name         text not null check (length(name) between 1 and 100),
    grid_minutes smallint not null check (grid_minutes in (5, 10, 15, 20, 30, 60)),
    active       boolean not null default true
);

-- Which ordered tests a visit answers; one visit may answer two.
create table visit_type_test (
    visit_type text not null references visit_type,
    test       text not null check (test in ('BLOOD', 'EMG', 'NCS', 'CT', 'MRI')),
    primary key (visit_type, test)
);

create table visit_phase (
    visit_type text not null references visit_type,
    ordinal    smallint not null check (ordinal between 1 and 9),
    name       text not null check (length(name) between 1 and 100),
    minutes    smallint not null check (minutes between 5 and 480),
    primary key (visit_type, ordinal)
);

-- A part in a visit. The same key in two phases is the same person or thing in both.
create table visit_role (
    visit_type text not null references visit_type,
    key        text not null check (key ~ '^[a-z][a-z_]{1,29}$'),
    capability text not null check (capability ~ '^[A-Z][A-Z_]{1,39}$'),
    label      text not null check (length(label) between 1 and 60),
    primary key (visit_type, key)
);

-- Buffers belong to the part, not to the visit: the room is cleaned while the patient has already left.
create table phase_role (
    visit_type    text     not null,
    phase         smallint not null,
    key           text     not null,
    buffer_before smallint not null default 0 check (buffer_before between 0 and 120),
    buffer_after  smallint not null default 0 check (buffer_after between 0 and 120),
    primary key (visit_type, phase, key),
    foreign key (visit_type, phase) references visit_phase,
    foreign key (visit_type, key) references visit_role
);
