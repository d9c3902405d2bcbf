-- Who answers for privacy hears of a broken glass by mail as well: that it was, when, and where to read more. It is to nobody's patient and names none.
alter table communication drop constraint communication_kind_check;
alter table communication add constraint communication_kind_check check (kind in ('COPY', 'RESUME', 'CHECK_IN', 'FOLLOW_UP', 'CONFIRMATION', 'CHANGE', 'CANCELLATION',
    'REMINDER', 'INVITATION', 'MESSAGE', 'OFFER', 'CODE', 'GLASS'));
alter table communication drop constraint communication_is_about_something;
alter table communication add constraint communication_is_about_something check (link_id is not null or patient_id is not null or kind = 'GLASS' and about_id is not null);
