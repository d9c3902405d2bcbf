-- Somebody waits for the clinic to call: an emergency stopped the form, a visit is wished for after advice for home, or a
-- check-in is due and there is no e-mail address (FHIR: Task). Phone and reply stand with the form and the patient.
create table patient_call (
    id          uuid primary key,
    response_id uuid not null references questionnaire_response,
    kind        text not null check (kind in ('EMERGENCY', 'VISIT_WISH', 'CHECK_IN')),
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    outcome     text check (outcome in ('DONE', 'MISTAKE')),
    done_by     text,
    done_at     timestamptz,
    done_words  text check (length(done_words) between 1 and 500),
    constraint patient_call_is_done_by_somebody_at_some_time
        check ((outcome is null) = (done_by is null) and (outcome is null) = (done_at is null))
);
-- Asked twice, one call waits.
create unique index patient_call_waits_once on patient_call (response_id, kind) where outcome is null;
create index patient_call_by_due on patient_call (due_at) where outcome is null;
-- Forms that were stopped before this list was there. One that goes on again was a mistake, as its patient said.
insert into patient_call (id, response_id, kind, asked_at, due_at, outcome, done_by, done_at)
select gen_random_uuid(), r.id, 'EMERGENCY', first.stopped_at, first.stopped_at,
       case when r.status <> 'STOPPED' then 'MISTAKE' end, case when r.status <> 'STOPPED' then 'PATIENT' end,
       case when r.status <> 'STOPPED' then first.stopped_at end
from questionnaire_response r
join (select response_id, min(evaluated_at) as stopped_at from evaluation where patient_id is null group by response_id) first
    on first.response_id = r.id;
