-- What a patient's end follows backwards is found by an index, whichever table it is in: for each of a patient's visits the database asks again every table that
-- points to visits. Without one, 250 visits and a table of a hundred thousand rows take longer than a statement may. Occupancies, too: with millions of them
-- two looks through all are most of what is allowed. RecordEndTest asks for the plan of every statement.
create index occupancy_by_resource on occupancy (resource_id);
create index booking_key_by_appointment on booking_key (appointment_id);
create index wait_list_entry_by_appointment on wait_list_entry (appointment_id);
create index wait_list_entry_by_person on wait_list_entry (person_id) where person_id is not null;
create index freed_time_by_appointment on freed_time (appointment_id);
create index visit_group_by_patient on visit_group (patient_id);
create index stay_by_patient on stay (patient_id);
create index consent_lock_of_patient on consent_lock (patient_id);
create index board_group_member_by_resource on board_group_member (resource_id);
create index staff_account_by_practitioner on staff_account (practitioner_id) where practitioner_id is not null;
create index staff_session_by_account on staff_session (account_id);
create index staff_identity_by_account on staff_identity (account_id);
create index location_by_whole on location (part_of) where part_of is not null;
create index device_by_location on device (location_id) where location_id is not null;
