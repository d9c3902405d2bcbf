-- Policies of a kind of visit. The desk books unless the clinic says no; patients book nothing unless it says yes.
alter table visit_type
    add column patients_may_book boolean  not null default false,
    add column desk_may_book     boolean  not null default true,
    add column doctors_may_book  boolean  not null default true,
    -- How long before its start a patient may still book, and how far ahead anybody may.
    add column notice_minutes    integer  not null default 0 check (notice_minutes between 0 and 20160),
    add column horizon_days      smallint not null default 365 check (horizon_days between 1 and 365),
    -- How many of them the clinic takes on one day; null for as many as fit.
    add column daily_cap         smallint check (daily_cap between 1 and 500),
    -- Questions somebody has to put to the patient before the patient may go in (metal, pacemaker; contrast, kidneys).
    add column screening         text check (screening in ('MRI_SAFETY', 'CT_CONTRAST'));

update visit_type set patients_may_book = true, notice_minutes = 240 where code in ('FAMILY_DOCTOR', 'BLOOD_DRAW');
update visit_type set patients_may_book = true, notice_minutes = 1440 where code = 'NEUROLOGY_FOLLOW_UP';
update visit_type set screening = 'MRI_SAFETY' where code = 'MRI';
update visit_type set screening = 'CT_CONTRAST' where code = 'CT';
update visit_phase set name = 'MRI scan' where visit_type = 'MRI';

insert into visit_type (code, name, grid_minutes) values
    ('SPORTS_MEDICINE', 'Sports medicine visit', 30),
    ('PHYSIATRY',       'Physiatry visit',       30),
    ('ENDOCRINOLOGY',   'Endocrinology visit',   30);
insert into visit_phase (visit_type, ordinal, name, minutes) values
    ('SPORTS_MEDICINE', 1, 'Talk and exam', 30),
    ('PHYSIATRY',       1, 'Talk and exam', 30),
    ('ENDOCRINOLOGY',   1, 'Talk and exam', 30);
insert into visit_role (visit_type, key, capability, label) values
    ('SPORTS_MEDICINE', 'doctor', 'SPORTS_PHYSICIAN', 'Sports physician'),
    ('SPORTS_MEDICINE', 'room',   'CONSULT_ROOM',     'Consulting room'),
    ('PHYSIATRY',       'doctor', 'PHYSIATRIST',      'Physiatrist'),
    ('PHYSIATRY',       'room',   'CONSULT_ROOM',     'Consulting room'),
    ('ENDOCRINOLOGY',   'doctor', 'ENDOCRINOLOGIST',  'Endocrinologist'),
    ('ENDOCRINOLOGY',   'room',   'CONSULT_ROOM',     'Consulting room');
insert into phase_role (visit_type, phase, key) values
    ('SPORTS_MEDICINE', 1, 'doctor'), ('SPORTS_MEDICINE', 1, 'room'),
    ('PHYSIATRY',       1, 'doctor'), ('PHYSIATRY',       1, 'room'),
    ('ENDOCRINOLOGY',   1, 'doctor'), ('ENDOCRINOLOGY',   1, 'room');

-- The screening hold: a visit whose questions are due may be booked, but nobody checks in before they are clear.
alter table appointment
    add column screened_by text,
    add column screened_at timestamptz,
    add check ((screened_by is null) = (screened_at is null));
