-- Wrong passwords are counted for each network they come from and slow that one alone: who guesses from one place keeps nobody waiting at another. Passwords
-- of staff are 80 random bits; counting all places together would stop no more guesses, and it stopped the owner. Six digits can be guessed: wrong codes stay
-- counted on the account for all places it does not know. What nobody has tried for a day is forgotten.
create table staff_guess (
    account_id      uuid not null references staff_account on delete cascade,
    address         text not null,
    failed_attempts integer not null,
    retry_after     timestamptz,
    tried_at        timestamptz not null,
    primary key (account_id, address)
);
create index staff_guess_by_age on staff_guess (account_id, tried_at);
