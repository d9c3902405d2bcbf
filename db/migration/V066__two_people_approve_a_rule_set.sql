-- Who put a version up for review, and who approved it. The one who put it up does not count; one person counts once.
create table rule_set_review (
    name         text not null,
    version      integer not null,
    submitted_by text not null check (length(submitted_by) between 1 and 200),
    submitted_at timestamptz not null,
    primary key (name, version),
    foreign key (name, version) references rule_set_version (name, version)
);
create table rule_set_approval (
    name        text not null,
    version     integer not null,
    approved_by text not null check (length(approved_by) between 1 and 200),
    approved_at timestamptz not null,
    -- What the checks said then: kept as evidence.
    evidence    text not null check (jsonb_typeof(evidence::jsonb) = 'object'),
    primary key (name, version, approved_by),
    foreign key (name, version) references rule_set_review (name, version)
);
create function approver_is_somebody_else() returns trigger language plpgsql as $$
begin
    if exists (select 1 from rule_set_review r
               where r.name = new.name and r.version = new.version and r.submitted_by = new.approved_by) then
        raise exception 'who submits a rule set does not approve it' using errcode = 'restrict_violation',
            constraint = 'rule_set_approver_is_somebody_else';
    end if;
    return new;
end $$;
create trigger rule_set_approver_is_somebody_else before insert on rule_set_approval
    for each row execute function approver_is_somebody_else();
create trigger rule_set_review_is_written_once before update or delete or truncate on rule_set_review
    for each statement execute function written_once();
create trigger rule_set_approval_is_written_once before update or delete or truncate on rule_set_approval
    for each statement execute function written_once();
