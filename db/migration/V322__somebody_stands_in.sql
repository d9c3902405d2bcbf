-- Who stands in for a doctor who is away; one of them is asked first.
create table stand_in (
    doctor   text not null check (length(doctor) between 1 and 60),
    stand_in text not null check (length(stand_in) between 1 and 60),
    first    boolean not null,
    primary key (doctor, stand_in),
    constraint nobody_stands_in_for_themselves check (doctor <> stand_in)
);
create unique index one_stands_in_first on stand_in (doctor) where first;

-- For whom somebody stands in at this moment, and until when.
create view standing_in as
    select s.doctor, s.stand_in, s.first, max(upper(a.during)) as until
    from stand_in s
    join staff_account d on d.username = s.doctor
    join absence a on a.resource_id = d.practitioner_id and a.reason_code is not null and a.during @> now()
    group by s.doctor, s.stand_in, s.first;

-- A view asks for whoever reads it; before PostgreSQL 15 it asks for its owner.
do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        alter view standing_in set (security_invoker = true);
    end if;
end $$;
