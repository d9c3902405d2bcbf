-- What a clock of the application rings for is done once, however many nodes ring. A node takes the turn in the transaction of the work: if it
-- dies on the way, the turn is free again, and another node that rings at the same time or later does it.
create table timer_turn (
    name     text        primary key check (name ~ '^[a-z-]{3,40}$'),
    taken_at timestamptz not null
);

insert into timer_turn (name, taken_at) values
    ('audit-check', '-infinity'),
    ('missed-visits', '-infinity'),
    ('replay', '-infinity'),
    ('wait-list', '-infinity');
