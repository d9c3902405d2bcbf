-- How far ahead patients book a kind of visit without the phone. Six weeks unless the clinic says otherwise: of visits that
-- are booked further ahead every second one is called off or missed. A yearly check is booked a year ahead.
alter table visit_type add column self_horizon_days smallint not null default 42 check (self_horizon_days between 1 and 365);
