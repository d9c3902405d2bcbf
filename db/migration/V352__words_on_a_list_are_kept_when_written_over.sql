create trigger what_stood_is_kept after update of words or delete on day_list_entry for each row execute function what_stood_is_kept('words');
