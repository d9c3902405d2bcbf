create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent is not immutable because its dictionary could be changed; ours is not.
create function plain_words(words text) returns text language sql immutable parallel safe as $$
    select lower(public.unaccent('public.unaccent'::regdictionary, words))
$$;
create function last_digits(phone text) returns text language sql immutable parallel safe as $$
    select right(regexp_replace(phone, '\D', '', 'g'), 10)
$$;
alter table patient
    add column card_number text check (card_number ~ '^[0-9A-Z]{4,20}$');
create unique index patient_card_is_one_persons on patient (card_number) where card_number is not null;
create index patient_by_plain_name on patient using gin (plain_words(given_name || ' ' || family_name) gin_trgm_ops);
create index patient_by_last_digits on patient (last_digits(phone)) where phone is not null;
create index patient_by_birth_date on patient (birth_date);

-- What is read out on the phone and typed at the kiosk: eight characters of the id, without letters that look alike.
create function visit_reference(id uuid) returns text language sql immutable parallel safe as $$
    select translate(upper(left(md5(id::text), 8)), '0123456789ABCDEF', '23456789CFHJKMPR')
$$;
create index appointment_by_reference on appointment (visit_reference(id));
