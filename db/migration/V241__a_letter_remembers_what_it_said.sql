-- When the visit was, as the letter that left said it: who moves a visit away and back within the grace has nothing new to tell.
alter table communication
    add column said_start timestamptz,
    add column said_end   timestamptz;
