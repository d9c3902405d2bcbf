-- A physiatrist and an endocrinologist, languages, and one room that no wheelchair gets into.
insert into practitioner (id, prefix, given_name, family_name, specialty, sex) values
    ('00000000-0000-7000-8000-000000000131', 'Dr.', 'Ines',  'Carvalho', 'PHYSIATRY',     'FEMALE'),
    ('00000000-0000-7000-8000-000000000132', 'Dr.', 'Bruno', 'Keller',   'ENDOCRINOLOGY', 'MALE');
insert into resource_capability (resource_id, capability) values
    ('00000000-0000-7000-8000-000000000131', 'PHYSIATRIST'),
    ('00000000-0000-7000-8000-000000000132', 'ENDOCRINOLOGIST');
insert into opening (resource_id, weekday, opens, closes, valid_from)
select p.id, day, half.opens, half.closes, date '2026-01-01'
from practitioner p
cross join generate_series(1, 5) as day
cross join (values (time '08:30', time '12:15'), (time '13:00', time '17:00')) as half (opens, closes)
where p.id in ('00000000-0000-7000-8000-000000000131', '00000000-0000-7000-8000-000000000132');

update practitioner set sex = 'FEMALE' where given_name in ('Maya', 'Priya', 'Grace', 'Helen');
update practitioner set sex = 'MALE' where given_name in ('Daniel', 'Lucas', 'Tom', 'Omar');
insert into practitioner_language (practitioner_id, language) select id, 'en' from practitioner;
insert into practitioner_language (practitioner_id, language) values
    ('00000000-0000-7000-8000-000000000104', 'fr'),
    ('00000000-0000-7000-8000-000000000102', 'fr'),
    ('00000000-0000-7000-8000-000000000131', 'pt'),
    ('00000000-0000-7000-8000-000000000107', 'ko'),
    ('00000000-0000-7000-8000-000000000108', 'ar');
update location set accessible = false where name = 'Consulting room 3';
