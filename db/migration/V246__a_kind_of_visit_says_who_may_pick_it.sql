-- Who may pick a kind of visit without the phone where no order is asked for. A patient who was never here has no results to
-- talk about; a clinic may see children only after a word with a parent.
alter table visit_type
    add column self_for     text     not null default 'EVERYBODY' check (self_for in ('EVERYBODY', 'RETURNING', 'NEW')),
    add column self_min_age smallint not null default 0 check (self_min_age between 0 and 120);
update visit_type set self_for = 'RETURNING' where code = 'NEUROLOGY_FOLLOW_UP';
