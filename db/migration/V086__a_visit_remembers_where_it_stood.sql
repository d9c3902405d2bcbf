-- One step back, for the wrong button: the status before the last step at the door.
alter table appointment
    add column previous_status text check (previous_status in ('BOOKED', 'ARRIVED', 'CHECKED_IN'));
