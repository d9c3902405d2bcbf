-- The test cases of a version that was written here and not shipped, one JSON object a line; written once, like its document.
create table rule_set_cases (
    name          text not null,
    version       integer not null,
    cases         text not null,
    registered_by text not null check (length(registered_by) between 1 and 60),
    registered_at timestamptz not null,
    primary key (name, version),
    foreign key (name, version) references rule_set_version (name, version)
);
create trigger rule_set_cases_is_written_once before update or delete or truncate on rule_set_cases
    for each statement execute function written_once();
