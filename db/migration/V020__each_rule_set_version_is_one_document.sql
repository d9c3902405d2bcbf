-- A rule document as it was shipped, known by the hash of its bytes. Never edited: a change is a new version.
create table rule_set_version (
    id            uuid primary key,
    name          text not null check (name ~ '^[a-z0-9-]+$'),
    version       integer not null check (version >= 1),
    sha256        text not null,
    -- Text, not jsonb: the hash is over the characters.
    document      text not null,
    registered_at timestamptz not null,
    constraint rule_set_version_is_one_document unique (name, version),
    constraint rule_set_version_hash_fits check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);
create index rule_set_version_by_hash on rule_set_version (sha256);

create function written_once() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are written once and never changed or deleted', tg_table_name
        using errcode = 'restrict_violation', constraint = tg_table_name || '_is_written_once';
end $$;
create trigger rule_set_version_is_written_once before update or delete or truncate on rule_set_version
    for each statement execute function written_once();
