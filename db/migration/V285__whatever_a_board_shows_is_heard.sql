-- What is not about one day (working hours, closed days, groups of columns, an alert of a patient, who waits for an earlier time) is told
-- as "any": every board that is open looks again. Within one transaction it is told once, however many rows change.
create function any_board_is_told() returns trigger language plpgsql as $$
begin
    perform pg_notify('desk', 'any');
    return null;
end $$;
create trigger opening_tells_the_desks after insert or update or delete on opening for each row execute function any_board_is_told();
create trigger opening_exception_tells_the_desks after insert or update or delete on opening_exception for each row execute function any_board_is_told();
create trigger reserved_time_tells_the_desks after insert or update or delete on reserved_time for each row execute function any_board_is_told();
create trigger closure_tells_the_desks after insert or update or delete on closure for each row execute function any_board_is_told();
create trigger board_group_tells_the_desks after insert or update or delete on board_group for each row execute function any_board_is_told();
create trigger board_group_member_tells_the_desks after insert or update or delete on board_group_member for each row execute function any_board_is_told();
create trigger patient_alert_tells_the_desks after insert or update or delete on patient_alert for each row execute function any_board_is_told();
create trigger wait_list_entry_tells_the_desks after insert or update or delete on wait_list_entry for each row execute function any_board_is_told();
