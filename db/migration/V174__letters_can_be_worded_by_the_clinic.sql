-- The clinic's own words for a kind of letter, in the place of those of this build. Keywords are checked before they are kept.
create table letter_template (
    kind       text        not null check (kind ~ '^[A-Z_]{2,30}$'),
    language   text        not null check (language in ('en', 'fr')),
    subject    text        not null check (length(subject) between 1 and 150),
    body       text        not null check (length(body) between 1 and 4000),
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (kind, language)
);
