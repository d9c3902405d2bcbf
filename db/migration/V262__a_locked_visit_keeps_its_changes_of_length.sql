-- Who made a visit longer or shorter is part of the visit, and is locked with it.
alter table appointment_length enable row level security;
alter table appointment_length force row level security;
create policy locked_away on appointment_length
    using (appointment_id <> all ((select locked_behind('VISIT'))::uuid[])) with check (true);
