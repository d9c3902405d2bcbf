-- Who would come earlier, but only to this person.
alter table wait_list_entry
    add column person_id uuid references practitioner;
