-- How long before its start a patient may still move or call off a visit without the phone; shorter than the last reminder's lead.
alter table visit_type
    add column patients_may_change   boolean  not null default true,
    add column change_notice_minutes integer  not null default 1440 check (change_notice_minutes between 0 and 20160),
    -- From when and until when, around its start, a patient may check in by phone; null: always at the desk.
    add column check_in_before       smallint check (check_in_before between 5 and 240),
    add column check_in_after        smallint not null default 10 check (check_in_after between 0 and 60);
update visit_type set check_in_before = 60;
update visit_type set change_notice_minutes = 240 where code in ('BLOOD_DRAW', 'FAMILY_DOCTOR');
