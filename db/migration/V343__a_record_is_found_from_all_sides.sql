-- The end of a record follows every foreign key backwards and has the few seconds of any other request. Occupancies are left out: they are written most,
-- and looked through once.
create index appointment_request_by_order on appointment_request (service_request_id);
create index booking_right_by_patient on booking_right (patient_id);
create index care_case_by_evaluation on care_case (evaluation_id);
create index channel_consent_by_patient on channel_consent (patient_id);
create index communication_by_appointment on communication (appointment_id) where appointment_id is not null;
create index communication_by_link on communication (link_id) where link_id is not null;
create index diagnostic_report_by_patient on diagnostic_report (patient_id);
create index diary_entry_by_response on diary_entry (response_id) where response_id is not null;
create index glass_break_by_patient on glass_break (patient_id);
create index patient_call_by_response on patient_call (response_id);
create index patient_task_by_appointment on patient_task (appointment_id) where appointment_id is not null;
create index patient_task_by_patient on patient_task (patient_id);
create index related_person_by_carer on related_person (carer_id);
create index service_request_by_response on service_request (response_id) where response_id is not null;
create index service_request_by_flag on service_request (test_flag_id) where test_flag_id is not null;
create index task_by_order on task (service_request_id) where service_request_id is not null;
create index task_by_patient on task (patient_id);
create index visit_code_by_patient on visit_code (patient_id);
create index visit_link_by_appointment on visit_link (appointment_id) where appointment_id is not null;
create index visit_link_by_patient on visit_link (patient_id);
create index visit_message_by_appointment on visit_message (appointment_id) where appointment_id is not null;
create index visit_session_of_patient on visit_session (patient_id);
