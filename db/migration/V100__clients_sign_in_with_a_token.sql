-- Another program that may come through the FHIR door. The token itself is shown once and kept nowhere: 256 random bits need
-- no slow hash. Tokens are never deleted, so that the audit trail's names stay explained.
create table access_token (
    id         uuid primary key,
    token_hash text        not null check (token_hash ~ '^[0-9a-f]{64}$'),
    client     text        not null check (client ~ '^[a-z0-9][a-z0-9.-]{1,59}$'),
    role       text        not null check (role in ('DOCTOR', 'RECEPTIONIST', 'INTEGRATOR')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz,
    constraint access_token_is_unique unique (token_hash)
);
