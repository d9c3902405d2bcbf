-- Drafts that nobody goes on with are deleted; what counts is the last page saved.
alter table questionnaire_response add column saved_at timestamptz;
update questionnaire_response set saved_at = coalesce(completed_at, started_at) where status not in ('COMPLETED', 'AMENDED');
create index questionnaire_response_draft_by_saving on questionnaire_response (saved_at) where status = 'IN_PROGRESS';
