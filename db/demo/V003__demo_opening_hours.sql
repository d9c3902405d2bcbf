-- People work from Monday to Friday with a break at noon; rooms and machines may be used around that.
insert into opening (resource_id, weekday, opens, closes, valid_from)
select p.id, day, half.opens, half.closes, date '2026-01-01'
from practitioner p
cross join generate_series(1, 5) as day
cross join (values (time '08:30', time '12:15'), (time '13:00', time '17:00')) as half (opens, closes);

insert into opening (resource_id, weekday, opens, closes, valid_from)
select c.resource_id, day, time '08:00', time '18:00', date '2026-01-01'
from (select distinct resource_id from resource_capability) c
join resource r on r.id = c.resource_id and r.kind in ('LOCATION', 'DEVICE')
cross join generate_series(1, 5) as day;

-- Public holidays in Ontario on which the demo clinic is closed.
insert into closure (from_date, to_date, name) values
    (date '2026-12-25', date '2026-12-25', 'Christmas Day'),
    (date '2026-12-26', date '2026-12-28', 'Boxing Day'),
    (date '2027-01-01', date '2027-01-01', 'New Year''s Day'),
    (date '2027-02-15', date '2027-02-15', 'Family Day'),
    (date '2027-03-26', date '2027-03-26', 'Good Friday'),
    (date '2027-05-24', date '2027-05-24', 'Victoria Day'),
    (date '2027-07-01', date '2027-07-01', 'Canada Day'),
    (date '2027-09-06', date '2027-09-06', 'Labour Day'),
    (date '2027-10-11', date '2027-10-11', 'Thanksgiving'),
    (date '2027-12-25', date '2027-12-28', 'Christmas');
