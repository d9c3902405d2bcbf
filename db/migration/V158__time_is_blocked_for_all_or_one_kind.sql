-- An absence without a kind of visit closes the time for all of them; with one, for that kind only.
alter table absence
    add column visit_type text references visit_type,
    add column reason     text check (length(reason) between 1 and 200),
    add column by_whom    text;
