-- What makes a phase longer than its base: minutes for each unit beyond those that are included.
create table visit_length_rule (
    visit_type text     not null,
    phase      smallint not null,
    factor     text     not null check (factor in ('STUDY', 'LIMB', 'SIDE', 'INTERPRETER', 'MOBILITY')),
    included   smallint not null check (included between 0 and 6),
    minutes    smallint not null check (minutes between 5 and 120),
    primary key (visit_type, phase, factor),
    foreign key (visit_type, phase) references visit_phase,
    -- Nobody's interpreter is included; one study, limb and side is.
    check ((factor in ('INTERPRETER', 'MOBILITY')) = (included = 0))
);
insert into visit_length_rule (visit_type, phase, factor, included, minutes) values
    ('EMG', 1, 'LIMB',  2, 15),
    ('EMG', 1, 'SIDE',  1, 15),
    ('EMG', 2, 'LIMB',  2, 10),
    ('NCS', 1, 'LIMB',  2, 15),
    ('NCS', 1, 'SIDE',  1, 15),
    ('MRI', 1, 'STUDY', 1, 20),
    ('CT',  1, 'STUDY', 1, 10);
insert into visit_length_rule (visit_type, phase, factor, included, minutes)
select code, 1, 'INTERPRETER', 0, case when code = 'BLOOD_DRAW' then 5 else 15 end from visit_type
union all
select code, 1, 'MOBILITY', 0, case when code = 'BLOOD_DRAW' then 5 else 10 end from visit_type;

-- What the visit was made for, so that a move keeps its length.
alter table appointment
    add column studies     smallint not null default 1 check (studies between 1 and 6),
    add column limbs       smallint not null default 1 check (limbs between 1 and 4),
    add column sides       smallint not null default 1 check (sides between 1 and 2),
    add column interpreter boolean  not null default false,
    add column mobility    boolean  not null default false;
