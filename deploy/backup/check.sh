#!/bin/sh
# check.sh HOST PORT: asks a database for what must never be (invariants.sql); exit 1 and the lines if there is any.
set -eu
here=$(dirname "$(readlink -f "$0")")
PATH="${PG_BIN:+$PG_BIN:}$PATH"
found=$(psql -h "$1" -p "$2" -d "${ANTEROOM_DB_NAME:-anteroom}" -v ON_ERROR_STOP=1 -X -At -F ': ' -f "$here/invariants.sql")
echo "$found"
if echo "$found" | grep -qv ': 0$'; then
    echo "Something is there that must never be. Maybe a backup was taken without its log; keep this copy and look before you use it." >&2
    exit 1
fi
