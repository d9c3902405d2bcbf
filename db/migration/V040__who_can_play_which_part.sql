-- What somebody or something can be used for: a technologist, an EMG machine, a room to take blood in.
create table resource_capability (
    resource_id uuid not null references resource,
    capability  text not null check (capability ~ '^[A-Z][A-Z_]{1,39}$'),
    primary key (resource_id, capability)
);
create index resource_capability_by_capability on resource_capability (capability);
