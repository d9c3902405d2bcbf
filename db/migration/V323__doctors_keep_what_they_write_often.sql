-- Questions that doctors ask often, each with a name; without an owner it is everybody's.
create table saved_reply (
    id      uuid primary key,
    owner   text check (length(owner) between 1 and 60),
    title   text not null check (length(title) between 1 and 80),
    words   text not null check (length(words) between 1 and 1000),
    kept_at timestamptz not null
);
create unique index saved_reply_has_one_title on saved_reply (coalesce(owner, ''), lower(title));
