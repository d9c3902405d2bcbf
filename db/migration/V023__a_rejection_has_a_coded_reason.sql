-- The code is counted per rule; the words beside it are the doctor's and may be missing.
alter table test_flag
    add column reason_code text check (reason_code ~ '^[A-Z][A-Z_]{1,39}$'),
    drop constraint test_flag_keeps_why_it_was_rejected,
    add constraint test_flag_keeps_why_it_was_rejected check ((status = 'REJECTED') = (reason_code is not null));
