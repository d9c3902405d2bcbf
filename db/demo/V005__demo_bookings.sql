-- Visits on the next ten working days, so that the first day sheet is not empty. Each day the same few patterns, an hour
-- later or earlier; where two patterns meet, phases of two patients interleave.
do $$
declare
    zone constant text := 'America/Toronto';
    day  date := (now() at time zone zone)::date;
    days integer := 0;
    slot record;
    visit uuid;
    patient uuid;
    starts timestamp;
begin
    while days < 10 loop
        if extract(isodow from day) <= 5 and not exists (select from closure c where day between c.from_date and c.to_date) then
            for slot in
                select row_number() over () as number, pattern.*
                from (values
                    ('EMG',             time '09:00', 0, 30, array['technologist=103', 'machine=301', 'room=211', 'physician=101']),
                    ('EMG',             time '09:45', 2, 30, array['technologist=103', 'machine=302', 'room=212', 'physician=101']),
                    ('NCS',             time '13:00', 0, 30, array['technologist=104', 'machine=302', 'room=212']),
                    ('FAMILY_DOCTOR',   time '10:00', 0, 40, array['doctor=107', 'room=214']),
                    ('BLOOD_DRAW',      time '08:40', 0, 50, array['phlebotomist=105', 'room=213']),
                    ('MRI',             time '10:30', 2, 15, array['technologist=106', 'machine=303']),
                    ('CT',              time '14:00', 3, 20, array['technologist=106', 'machine=304']),
                    ('NEUROLOGY_FIRST', time '14:00', 2, 40, array['doctor=102', 'room=215'])
                ) as pattern (visit_type, wall, every, shift, parts)
                where pattern.every = 0 or days % pattern.every = 0
            loop
                visit := gen_random_uuid();
                patient := ('00000000-0000-7000-8000-0000000004' || lpad((1 + (days * 7 + slot.number) % 24)::text, 2, '0'))::uuid;
                starts := day + slot.wall + make_interval(mins => slot.shift * (days % 3));
                insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                select visit, 'BOOKED', slot.visit_type, patient, starts at time zone zone,
                       (starts + make_interval(mins => sum(p.minutes)::integer)) at time zone zone, zone, starts, 'demo', now()
                from visit_phase p where p.visit_type = slot.visit_type;

                insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                with phase as (
                    select p.ordinal,
                           starts + make_interval(mins => (sum(p.minutes) over (order by p.ordinal) - p.minutes)::integer) as begins,
                           starts + make_interval(mins => (sum(p.minutes) over (order by p.ordinal))::integer) as ends
                    from visit_phase p where p.visit_type = slot.visit_type
                )
                select gen_random_uuid(), visit, f.ordinal, patient,
                       tstzrange(f.begins at time zone zone, f.ends at time zone zone), true
                from phase f
                union all
                select gen_random_uuid(), visit, f.ordinal,
                       ('00000000-0000-7000-8000-000000000' || split_part(part.of, '=', 2))::uuid,
                       tstzrange((f.begins - make_interval(mins => r.buffer_before)) at time zone zone,
                                 (f.ends + make_interval(mins => r.buffer_after)) at time zone zone), true
                from phase f
                join phase_role r on r.visit_type = slot.visit_type and r.phase = f.ordinal
                join unnest(slot.parts) as part (of) on split_part(part.of, '=', 1) = r.key;
            end loop;
            days := days + 1;
        end if;
        day := day + 1;
    end loop;
end $$;
