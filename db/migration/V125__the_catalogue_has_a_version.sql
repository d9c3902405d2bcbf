-- What the clinic offers, who can play which part and when everybody works changes a few times a day and is asked for with
-- every booking. Whoever keeps it in memory looks here whether it is still true. The version is a random id and no number:
-- one that was rolled back never comes again.
create table catalogue_version (
    only_one boolean primary key default true check (only_one),
    version  uuid not null default gen_random_uuid()
);
insert into catalogue_version default values;

create function catalogue_changed() returns trigger language plpgsql as $$
begin
    update catalogue_version set version = gen_random_uuid();
    return null;
end $$;

create trigger catalogue_changed after insert or update or delete or truncate on visit_type
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on visit_type_test
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on visit_phase
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on visit_role
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on phase_role
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on visit_length_rule
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on resource_capability
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on opening
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on opening_exception
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on reserved_time
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on overbooking_seat
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on closure
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on absence
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on practitioner
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on practitioner_language
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on location
    for each statement execute function catalogue_changed();
create trigger catalogue_changed after insert or update or delete or truncate on device
    for each statement execute function catalogue_changed();
-- A new patient is a new resource and no change of the catalogue; another number of seats is one.
create trigger catalogue_changed after update on resource
    for each statement execute function catalogue_changed();
