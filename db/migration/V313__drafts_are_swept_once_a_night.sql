-- Turns that ring by the clinic's own wall, not by the server's zone, are taken by name like the others (migration 295).
insert into timer_turn (name, taken_at) values ('drafts', '-infinity');
