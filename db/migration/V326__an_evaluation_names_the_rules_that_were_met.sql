-- What the director counts is kept beside the document it stands in: with some thousand forms, reading every document anew took longer than a
-- page may take.
set local statement_timeout = 0;

create function met_rules(outcome text) returns text language sql immutable as $$
    select coalesce(string_agg(f.value ->> 'rule', ' ' order by f.at), '')
    from jsonb_array_elements(outcome::jsonb -> 'findings') with ordinality as f (value, at)
    where f.value ->> 'truth' = 'TRUE'
$$;

alter table evaluation add column met_rules text not null default '';
alter table evaluation disable trigger evaluation_is_written_once;
update evaluation set met_rules = met_rules(outcome);
alter table evaluation enable trigger evaluation_is_written_once;

create function evaluation_names_met_rules() returns trigger language plpgsql as $$
begin
    new.met_rules := met_rules(new.outcome);
    return new;
end $$;
create trigger evaluation_names_met_rules before insert on evaluation for each row execute function evaluation_names_met_rules();
