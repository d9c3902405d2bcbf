#!/bin/sh
# The restore, tried: brings the newest state back into a folder of its own, checks what must never be, and throws it away.
# Runs weekly (deploy/systemd/anteroom-drill.timer); fails aloud. ANTEROOM_BACKUP and PG_BIN as in backup.sh.
#
#   drill.sh [second]     default: latest
set -eu
here=$(dirname "$(readlink -f "$0")")
PATH="${PG_BIN:+$PG_BIN:}$PATH"
port=${ANTEROOM_DRILL_PORT:-5433}
folder=$(mktemp -d)
trap 'pg_ctl --pgdata "$folder/db" --mode immediate stop > /dev/null 2>&1 || true; rm -rf "$folder"' EXIT
"$here/restore.sh" "${1:-latest}" "$folder/db" "$port"
"$here/check.sh" "$folder/db" "$port"
