-- Every visit on the board says how often its patient did not come; that must not grow with all the visits they had.
create index appointment_missed on appointment (patient_id) where status = 'NOSHOW';
