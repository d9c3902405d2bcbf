-- Who may set up the invented clinic; the password is that of the other two.
insert into staff_account (id, username, display_name, password_hash, role)
select '00000000-0000-7000-8000-000000000903', 'admin', 'Practice manager', password_hash, 'ADMINISTRATOR'
from staff_account where username = 'desk';
