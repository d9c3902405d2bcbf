-- Photos and short videos a patient adds to a form (FHIR: Media). Pictures are stored as we encoded them, without what the
-- camera wrote about place and time.
create table attachment (
    id           uuid primary key,
    response_id  uuid not null references questionnaire_response on delete cascade,
    position     integer not null check (position between 1 and 5),
    content_type text not null check (content_type in ('image/jpeg', 'video/mp4', 'video/quicktime')),
    content      bytea not null check (octet_length(content) between 1 and 10485760),
    added_at     timestamptz not null,
    constraint attachment_at_most_five unique (response_id, position)
);
create function attachments_sent_in_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select from questionnaire_response r where r.id = old.response_id and r.status in ('COMPLETED', 'AMENDED')) then
        raise exception 'attachments are never changed, and stay with a form that was sent in'
            using errcode = 'restrict_violation', constraint = 'attachments_sent_in_stay';
    end if;
    return old;
end $$;
create trigger attachments_sent_in_stay before update or delete on attachment
    for each row execute function attachments_sent_in_stay();
