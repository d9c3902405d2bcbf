-- A rule that a medical director switched off: forms sent in from then on are read as if it were never met. What was read
-- before stays as it was, and an evaluation remembers which rules were off, so that it comes out again byte for byte.
create table rule_switch (
    id       uuid primary key,
    rule_set text not null,
    rule     text not null check (rule ~ '^[A-Z]{2}-[A-Z]+[0-9]+[A-Za-z]*$'),
    off_at   timestamptz not null,
    off_by   text not null check (length(off_by) between 1 and 60),
    reason   text not null check (length(reason) between 1 and 2000),
    on_at    timestamptz,
    on_by    text,
    check ((on_at is null) = (on_by is null))
);
create unique index rule_is_off_once on rule_switch (rule_set, rule) where on_at is null;
create function rule_switch_only_goes_back_on() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.on_at is not null or row(new.id, new.rule_set, new.rule, new.off_at, new.off_by, new.reason)
            is distinct from row(old.id, old.rule_set, old.rule, old.off_at, old.off_by, old.reason) then
        raise exception 'a switched off rule only goes back on' using errcode = 'restrict_violation', constraint = 'rule_switch_only_goes_back_on';
    end if;
    return new;
end $$;
create trigger rule_switch_only_goes_back_on before update or delete on rule_switch
    for each row execute function rule_switch_only_goes_back_on();

alter table evaluation add column rules_off text not null default '';
