insert into visit_type (code, name, grid_minutes) values
    ('EMG',                 'Nerve and muscle test',   15),
    ('NCS',                 'Nerve conduction test',   15),
    ('BLOOD_DRAW',          'Blood draw',              10),
    ('MRI',                 'MRI scan',                15),
    ('CT',                  'CT scan',                 10),
    ('NEUROLOGY_FIRST',     'First neurology visit',   20),
    ('NEUROLOGY_FOLLOW_UP', 'Neurology follow-up',     20),
    ('FAMILY_DOCTOR',       'Family doctor visit',     20);

insert into visit_type_test (visit_type, test) values
    ('EMG', 'EMG'), ('EMG', 'NCS'), ('NCS', 'NCS'), ('BLOOD_DRAW', 'BLOOD'), ('MRI', 'MRI'), ('CT', 'CT');

insert into visit_phase (visit_type, ordinal, name, minutes) values
    ('EMG',                 1, 'Nerve conduction',   45),
    ('EMG',                 2, 'Needle EMG',         30),
    ('NCS',                 1, 'Nerve conduction',   45),
    ('BLOOD_DRAW',          1, 'Blood draw',         10),
    ('MRI',                 1, 'MRI scan',           45),
    ('CT',                  1, 'CT scan',            20),
    ('NEUROLOGY_FIRST',     1, 'Talk and exam',      40),
    ('NEUROLOGY_FOLLOW_UP', 1, 'Talk and exam',      20),
    ('FAMILY_DOCTOR',       1, 'Talk and exam',      20);

insert into visit_role (visit_type, key, capability, label) values
    ('EMG',                 'technologist', 'EMG_TECHNOLOGIST', 'EMG technologist'),
    ('EMG',                 'physician',    'EMG_PHYSICIAN',    'EMG physician'),
    ('EMG',                 'machine',      'EMG_MACHINE',      'EMG machine'),
    ('EMG',                 'room',         'EMG_ROOM',         'EMG room'),
    ('NCS',                 'technologist', 'EMG_TECHNOLOGIST', 'EMG technologist'),
    ('NCS',                 'machine',      'EMG_MACHINE',      'EMG machine'),
    ('NCS',                 'room',         'EMG_ROOM',         'EMG room'),
    ('BLOOD_DRAW',          'phlebotomist', 'PHLEBOTOMIST',     'Phlebotomist'),
    ('BLOOD_DRAW',          'room',         'TREATMENT_ROOM',   'Treatment room'),
    ('MRI',                 'technologist', 'MRI_TECHNOLOGIST', 'MRI technologist'),
    ('MRI',                 'machine',      'MRI_MACHINE',      'MRI machine'),
    ('CT',                  'technologist', 'CT_TECHNOLOGIST',  'CT technologist'),
    ('CT',                  'machine',      'CT_MACHINE',       'CT machine'),
    ('NEUROLOGY_FIRST',     'doctor',       'NEUROLOGIST',      'Neurologist'),
    ('NEUROLOGY_FIRST',     'room',         'CONSULT_ROOM',     'Consulting room'),
    ('NEUROLOGY_FOLLOW_UP', 'doctor',       'NEUROLOGIST',      'Neurologist'),
    ('NEUROLOGY_FOLLOW_UP', 'room',         'CONSULT_ROOM',     'Consulting room'),
    ('FAMILY_DOCTOR',       'doctor',       'FAMILY_DOCTOR',    'Family doctor'),
    ('FAMILY_DOCTOR',       'room',         'CONSULT_ROOM',     'Consulting room');

insert into phase_role (visit_type, phase, key, buffer_after) values
    ('EMG',                 1, 'technologist', 0),
    ('EMG',                 1, 'machine',      0),
    ('EMG',                 1, 'room',         0),
    ('EMG',                 2, 'physician',    0),
    ('EMG',                 2, 'machine',      10),
    ('EMG',                 2, 'room',         10),
    ('NCS',                 1, 'technologist', 0),
    ('NCS',                 1, 'machine',      10),
    ('NCS',                 1, 'room',         10),
    ('BLOOD_DRAW',          1, 'phlebotomist', 0),
    ('BLOOD_DRAW',          1, 'room',         0),
    ('MRI',                 1, 'technologist', 0),
    ('MRI',                 1, 'machine',      0),
    ('CT',                  1, 'technologist', 0),
    ('CT',                  1, 'machine',      0),
    ('NEUROLOGY_FIRST',     1, 'doctor',       0),
    ('NEUROLOGY_FIRST',     1, 'room',         0),
    ('NEUROLOGY_FOLLOW_UP', 1, 'doctor',       0),
    ('NEUROLOGY_FOLLOW_UP', 1, 'room',         0),
    ('FAMILY_DOCTOR',       1, 'doctor',       0),
    ('FAMILY_DOCTOR',       1, 'room',         0);
