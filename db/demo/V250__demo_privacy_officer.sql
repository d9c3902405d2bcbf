-- Who answers for privacy in the invented clinic; the password is that of the others.
insert into staff_account (id, username, display_name, password_hash, role)
select '00000000-0000-7000-8000-000000000904', 'privacy', 'Privacy officer', password_hash, 'PRIVACY_OFFICER'
from staff_account where username = 'desk';
