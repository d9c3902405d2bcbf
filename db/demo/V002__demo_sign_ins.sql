-- Two invented people who may sign in on a first run. The launcher prints the password; a clinic's database never gets this file.
insert into staff_account (id, username, display_name, password_hash, role, practitioner_id) values
    ('00000000-0000-7000-8000-000000000901', 'dr.osei', 'Dr. Maya Osei',
     'PBKDF2WithHmacSHA256:2048:YW50ZXJvb20gZGVtbyBhY2NvdW50LCBhbnkgc2FsdC4=:VScy7mutwlbXiQH3LQf9OYWkthasf31X0J8g6EmtKz4=',
     'DOCTOR', (select id from practitioner where id = '00000000-0000-7000-8000-000000000101')),
    ('00000000-0000-7000-8000-000000000902', 'desk', 'Front desk',
     'PBKDF2WithHmacSHA256:2048:YW50ZXJvb20gZGVtbyBhY2NvdW50LCBhbnkgc2FsdC4=:VScy7mutwlbXiQH3LQf9OYWkthasf31X0J8g6EmtKz4=',
     'RECEPTIONIST', null);
