-- One notice for each changed day, sent when the transaction commits; every node listens on the channel "desk". A notice
-- names a day and nobody.
create function tell_the_desks(moment timestamptz) returns void language sql as $$
    select pg_notify('desk', to_char(moment at time zone (select coalesce(min(zone), 'UTC') from location where part_of is null), 'YYYY-MM-DD'))
$$;
create function appointment_tells_the_desks() returns trigger language plpgsql as $$
begin
    perform tell_the_desks(new.starts_at);
    if tg_op = 'UPDATE' and old.starts_at <> new.starts_at then
        perform tell_the_desks(old.starts_at);
    end if;
    return null;
end $$;
create trigger appointment_tells_the_desks after insert or update on appointment
    for each row execute function appointment_tells_the_desks();

create function visit_paper_tells_the_desks() returns trigger language plpgsql as $$
begin
    perform tell_the_desks(a.starts_at) from appointment a where a.id = coalesce(new.appointment_id, old.appointment_id);
    return null;
end $$;
create trigger visit_note_tells_the_desks after insert or update or delete on visit_note
    for each row execute function visit_paper_tells_the_desks();
create trigger visit_answer_tells_the_desks after insert or update or delete on visit_answer
    for each row execute function visit_paper_tells_the_desks();
create trigger appointment_place_tells_the_desks after insert or update or delete on appointment_place
    for each row execute function visit_paper_tells_the_desks();

create function absence_tells_the_desks() returns trigger language plpgsql as $$
begin
    perform tell_the_desks(day) from generate_series(lower(coalesce(new.during, old.during)),
            least(upper(coalesce(new.during, old.during)), lower(coalesce(new.during, old.during)) + interval '30 days'), interval '1 day') day;
    return null;
end $$;
create trigger absence_tells_the_desks after insert or update or delete on absence
    for each row execute function absence_tells_the_desks();

create function day_note_tells_the_desks() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk', to_char(coalesce(new.on_date, old.on_date), 'YYYY-MM-DD'));
    return null;
end $$;
create trigger day_note_tells_the_desks after insert or update or delete on day_note
    for each row execute function day_note_tells_the_desks();
