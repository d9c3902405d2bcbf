-- A saved set of columns of the day; every desk sees the same ones.
create table board_group (
    id      uuid primary key,
    name    text     not null check (length(name) between 1 and 40),
    constraint board_group_name_is_free unique (name)
);
create table board_group_member (
    group_id    uuid     not null references board_group on delete cascade,
    resource_id uuid     not null references resource,
    primary key (group_id, resource_id)
);
