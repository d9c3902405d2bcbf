-- Who acted, where it was not the patient: the trail then says both, with whom and for whom.
alter table audit_event add column carer_id uuid references patient;
