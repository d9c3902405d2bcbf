-- What came back for an order (FHIR: DiagnosticReport), and what a doctor made of it: did the test answer the question, was
-- the flag useful. A correction is another row.
create table diagnostic_report (
    id                 uuid primary key,
    service_request_id uuid not null references service_request,
    patient_id         uuid not null references patient,
    status             text not null check (status in ('FINAL', 'AMENDED')),
    recorded_by        text not null check (length(recorded_by) between 1 and 60),
    recorded_at        timestamptz not null,
    conclusion         text not null check (length(conclusion) between 1 and 10000),
    file_name          text check (length(file_name) between 1 and 120),
    content_type       text check (content_type in ('application/pdf', 'image/png', 'image/jpeg')),
    content            bytea check (octet_length(content) between 1 and 10485760),
    answered           boolean,
    useful             boolean,
    reviewed_by        text,
    reviewed_at        timestamptz,
    review_words       text check (length(review_words) between 1 and 2000),
    check ((file_name is null) = (content is null) and (file_name is null) = (content_type is null)),
    check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (answered is null) and (reviewed_at is null) = (useful is null))
);
create index diagnostic_report_by_order on diagnostic_report (service_request_id, recorded_at);
create function diagnostic_report_is_only_reviewed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.reviewed_at is not null
            or row(new.id, new.service_request_id, new.patient_id, new.status, new.recorded_by, new.recorded_at, new.conclusion, new.file_name, new.content)
               is distinct from row(old.id, old.service_request_id, old.patient_id, old.status, old.recorded_by, old.recorded_at, old.conclusion, old.file_name, old.content) then
        raise exception 'a result is read once and never changed' using errcode = 'restrict_violation',
            constraint = 'diagnostic_report_is_only_reviewed';
    end if;
    return new;
end $$;
create trigger diagnostic_report_is_only_reviewed before update or delete on diagnostic_report
    for each row execute function diagnostic_report_is_only_reviewed();
