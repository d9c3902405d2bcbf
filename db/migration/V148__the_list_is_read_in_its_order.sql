-- The doctor's list sorts by exactly this: the first page is read from the index and the rest is never looked at.
create index care_case_in_order on care_case ((coalesce(due_at, 'infinity'::timestamptz)), since, response_id) where is_open;
drop index care_case_open;
