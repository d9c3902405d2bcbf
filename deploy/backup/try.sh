#!/bin/sh
# The whole way on a scratch server of its own, in a minute: back up, collect the log, lose the server, restore to the second
# before a mistake, check. Needs Debian's postgresql package (or PG_BIN); touches nothing outside a temporary folder.
#
#   try.sh [folder of migrations]
set -eu
here=$(dirname "$(readlink -f "$0")")
migrations=$(readlink -f "${1:-$here/../../db/migration}")
if [ -z "${PG_BIN:-}" ]; then PG_BIN=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1); fi
if [ ! -x "$PG_BIN/pg_receivewal" ]; then
    echo "No pg_receivewal in '$PG_BIN'. Maybe Debian's package postgresql is not installed, or PG_BIN names another folder." >&2
    exit 1
fi
export PG_BIN PATH="$PG_BIN:$PATH" PGUSER=owner PGDATABASE=anteroom
if [ "$(id -u)" = 0 ]; then
    # The server refuses to run as root; root's scratch copy of scripts and migrations is readable to its user.
    copy=$(mktemp -d); chmod 755 "$copy"
    cp -R "$here" "$copy/backup"; cp -R "$migrations" "$copy/migration"
    cd "$copy"
    status=0
    runuser -u postgres -- env PG_BIN="$PG_BIN" "$copy/backup/try.sh" "$copy/migration" || status=$?
    rm -rf "$copy"
    exit $status
fi

room=$(mktemp -d)
port=${ANTEROOM_DRILL_PORT:-5433}
trap 'kill "$collector" 2> /dev/null || true; for db in "$room"/*/PG_VERSION; do pg_ctl --pgdata "$(dirname "$db")" --mode immediate stop > /dev/null 2>&1 || true; done; rm -rf "$room"' EXIT
export PGHOST="$room" PGPORT=5434 ANTEROOM_BACKUP="$room/backup" ANTEROOM_DB_NAME=anteroom ANTEROOM_DRILL_PORT="$port"

initdb --pgdata "$room/live" --username owner --auth trust --data-checksums > /dev/null
pg_ctl --pgdata "$room/live" --log "$room/live.log" --wait -o "-p 5434 -k $room -h ''" start > /dev/null
createdb anteroom
for file in $(ls "$migrations" | sort); do psql -q -X -v ON_ERROR_STOP=1 -f "$migrations/$file" > /dev/null; done

mkdir -p "$ANTEROOM_BACKUP/wal"
pg_receivewal --create-slot --if-not-exists --slot anteroom_wal
pg_receivewal --directory "$ANTEROOM_BACKUP/wal" --slot anteroom_wal --synchronous &
collector=$!
"$here/backup.sh"

add() { psql -q -X -v ON_ERROR_STOP=1 -c "insert into patient (id, given_name, family_name, birth_date, created_at) values (gen_random_uuid(), '$1', 'Drill', '1970-01-01', now())"; }
add Kept
sleep 2
before=$(psql -Atc "select now()")
sleep 2
add Mistaken
pg_ctl --pgdata "$room/live" --mode immediate stop > /dev/null
sleep 1
kill "$collector" 2> /dev/null || true

names() { psql -h "$1" -p "$port" -Atc "select string_agg(given_name, ' ' order by given_name) from patient where family_name = 'Drill'"; }
"$here/restore.sh" "$before" "$room/before" "$port"
"$here/check.sh" "$room/before" "$port"
[ "$(names "$room/before")" = Kept ] || { echo "Restored to $before there is: $(names "$room/before"), not: Kept" >&2; exit 1; }
pg_ctl --pgdata "$room/before" --mode fast stop > /dev/null
"$here/restore.sh" latest "$room/latest" "$port"
[ "$(names "$room/latest")" = "Kept Mistaken" ] || { echo "Restored to the end there is: $(names "$room/latest"), not: Kept Mistaken" >&2; exit 1; }
echo "the second before the mistake and the last second both came back; nothing acknowledged was lost"
