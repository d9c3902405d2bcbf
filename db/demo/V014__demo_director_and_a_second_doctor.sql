-- Two more invented people who may sign in on a first run: who answers for the rules, and a second doctor, so that two can approve.
insert into practitioner (id, prefix, given_name, family_name, specialty, sex) values
    ('00000000-0000-7000-8000-000000000141', 'Dr.', 'Ruth', 'Adeyemi', 'NEUROLOGY', 'FEMALE');
insert into staff_account (id, username, display_name, password_hash, role, practitioner_id) values
    ('00000000-0000-7000-8000-000000000914', 'director', 'Dr. Ruth Adeyemi',
     'PBKDF2WithHmacSHA256:2048:YW50ZXJvb20gZGVtbyBhY2NvdW50LCBhbnkgc2FsdC4=:VScy7mutwlbXiQH3LQf9OYWkthasf31X0J8g6EmtKz4=',
     'MEDICAL_DIRECTOR', '00000000-0000-7000-8000-000000000141'),
    ('00000000-0000-7000-8000-000000000915', 'dr.carvalho', 'Dr. Ines Carvalho',
     'PBKDF2WithHmacSHA256:2048:YW50ZXJvb20gZGVtbyBhY2NvdW50LCBhbnkgc2FsdC4=:VScy7mutwlbXiQH3LQf9OYWkthasf31X0J8g6EmtKz4=',
     'DOCTOR', '00000000-0000-7000-8000-000000000131');
