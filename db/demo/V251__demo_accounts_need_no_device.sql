-- Nobody who only looks around has to take out a phone first. Real accounts are asked for the second factor; demo accounts may set one up.
update staff_account set second_factor_asked = false
where id in ('00000000-0000-7000-8000-000000000901', '00000000-0000-7000-8000-000000000902', '00000000-0000-7000-8000-000000000903',
             '00000000-0000-7000-8000-000000000904', '00000000-0000-7000-8000-000000000914', '00000000-0000-7000-8000-000000000915');
