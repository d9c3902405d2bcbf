-- Two more things that people do with a case: an order takes the place of another, and a colleague gives an opinion.
alter table care_case_step drop constraint care_case_step_step_check;
alter table care_case_step add constraint care_case_step_step_check
    check (step in ('CONFIRMED', 'MODIFIED', 'REJECTED', 'UNDONE', 'REVOKED', 'AMENDED', 'ASSIGNED', 'NOTE', 'OPINION_ASKED', 'OPINION_GIVEN',
                    'ASKED', 'ANSWERED', 'CLOSED', 'REOPENED', 'RESULT', 'REVIEWED', 'INVITED', 'DRAFTED', 'SETTLED'));
