#!/bin/sh
# Run once by the image of PostgreSQL on an empty database: the owner of the tables, and the role that owns nothing.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --dbname "$POSTGRES_DB" \
    --set owner="$ANTEROOM_DB_OWNER" --set owner_password="$ANTEROOM_DB_OWNER_PASSWORD" \
    --set role="$ANTEROOM_DB_USER" --set role_password="$ANTEROOM_DB_PASSWORD" --set database="$POSTGRES_DB" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"role" login password :'role_password';
alter database :"database" owner to :"owner";
alter schema public owner to :"owner";
create extension if not exists btree_gist;
SQL
