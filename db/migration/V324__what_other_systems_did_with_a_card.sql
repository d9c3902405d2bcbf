-- Cards that the rules offered in other systems (CDS Hooks), and what people there did with them. Nothing here names a patient.
create table offered_card (
    id          uuid primary key,
    client      text not null check (length(client) between 1 and 80),
    service     text not null check (length(service) between 1 and 60),
    test        text not null,
    rule_set    text not null,
    rules       text not null,
    offered_at  timestamptz not null,
    outcome     text check (outcome in ('ACCEPTED', 'OVERRIDDEN')),
    reason_code text check (length(reason_code) between 1 and 60),
    words       text check (length(words) between 1 and 2000),
    outcome_at  timestamptz,
    constraint a_card_has_an_outcome_with_its_time check ((outcome is null) = (outcome_at is null))
);
create index offered_card_by_time on offered_card (offered_at);
