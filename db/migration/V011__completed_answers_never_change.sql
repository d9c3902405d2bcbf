-- A rule fired on these answers and a doctor read them: they stay as they were sent, whoever holds the connection.
create function completed_answers_never_change() returns trigger language plpgsql as $$
begin
    if old.status in ('COMPLETED', 'AMENDED') and (tg_op = 'DELETE'
            or new.status not in ('COMPLETED', 'AMENDED')
            or (new.questionnaire, new.answers, new.answers_sha256, new.patient_id, new.started_at, new.completed_at)
                is distinct from
               (old.questionnaire, old.answers, old.answers_sha256, old.patient_id, old.started_at, old.completed_at)) then
        raise exception 'the answers of % were sent in and stay as they are', old.reference
            using errcode = 'restrict_violation', constraint = 'completed_answers_never_change';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger completed_answers_never_change before update or delete on questionnaire_response
    for each row execute function completed_answers_never_change();
