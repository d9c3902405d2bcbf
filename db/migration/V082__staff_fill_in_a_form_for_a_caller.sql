-- Who of the staff typed what a caller said; null for a form that came by itself.
alter table questionnaire_response add column filled_by text;
