-- From when until when a version answers a questionnaire. Going back to an older version is a new row.
create table rule_set_activation (
    id            uuid primary key,
    name          text not null,
    version       integer not null,
    questionnaire text not null,
    in_force      tstzrange not null check (not isempty(in_force) and not lower_inf(in_force)),
    -- False: the rules run, and no clinician has signed them. That is only for a first run, and every page says so.
    signed_off    boolean not null,
    activated_by  text not null check (length(activated_by) between 1 and 200),
    activated_at  timestamptz not null,
    foreign key (name, version) references rule_set_version (name, version),
    constraint one_rule_set_is_in_force_at_a_time exclude using gist (questionnaire with =, in_force with &&)
);
create function activation_only_ends() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or row(new.id, new.name, new.version, new.questionnaire, lower(new.in_force), new.signed_off, new.activated_by, new.activated_at)
            is distinct from row(old.id, old.name, old.version, old.questionnaire, lower(old.in_force), old.signed_off, old.activated_by, old.activated_at)
            or (not upper_inf(old.in_force) and upper(new.in_force) is distinct from upper(old.in_force)) then
        raise exception 'an activation only gets an end' using errcode = 'restrict_violation', constraint = 'rule_set_activation_only_ends';
    end if;
    return new;
end $$;
create trigger rule_set_activation_only_ends before update or delete on rule_set_activation
    for each row execute function activation_only_ends();
create function signed_off_by_two() returns trigger language plpgsql as $$
begin
    if new.signed_off and (select count(*) from rule_set_approval a where a.name = new.name and a.version = new.version) < 2 then
        raise exception 'a signed off rule set needs two approvals' using errcode = 'restrict_violation',
            constraint = 'rule_set_is_signed_off_by_two';
    end if;
    return new;
end $$;
create trigger rule_set_is_signed_off_by_two before insert on rule_set_activation
    for each row execute function signed_off_by_two();
