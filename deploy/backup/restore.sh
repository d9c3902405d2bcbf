#!/bin/sh
# Brings the database back as it was at a second of your choice, into a new, empty folder; the old one is never touched.
#
#   restore.sh '2026-11-23 14:05:00+00' /var/lib/postgresql/restored [port]
#
# The server is started on the port (default 5433) and left running for a look; stop it with pg_ctl, or let it take the old one's place.
# 'latest' instead of a second takes everything that was collected. ANTEROOM_BACKUP and PG_BIN as in backup.sh.
set -eu
: "${ANTEROOM_BACKUP:?names no folder. Maybe /etc/anteroom/env is not read, or the line is missing there.}"
second=${1:?says to which second, for example \'2026-11-23 14:05:00+00\', or latest}
folder=${2:?says into which new folder}
port=${3:-5433}
PATH="${PG_BIN:+$PG_BIN:}$PATH"
umask 077
if [ -e "$folder" ] && [ -n "$(ls -A "$folder")" ]; then
    echo "$folder is not empty. Maybe it is a running server's; choose a new folder." >&2
    exit 1
fi

# The newest base backup that was begun before that second.
if [ "$second" = latest ]; then limit=9999; else limit=$(date -u -d "$second" +%Y-%m-%dT%H%M%SZ); fi
base=$(ls "$ANTEROOM_BACKUP/base" | sort | awk -v limit="$limit" '$0 <= limit' | tail -1)
if [ -z "$base" ]; then
    echo "No base backup in $ANTEROOM_BACKUP/base is as old as $second. Maybe it was deleted after ANTEROOM_BACKUP_DAYS." >&2
    exit 1
fi

mkdir -p "$folder"
cp -R "$ANTEROOM_BACKUP/base/$base/." "$folder"
chmod 700 "$folder"
{
    # The segment that was being written when the lights went out ends in .partial.
    echo "restore_command = 'cp \"$ANTEROOM_BACKUP/wal/%f\" \"%p\" 2>/dev/null || cp \"$ANTEROOM_BACKUP/wal/%f.partial\" \"%p\"'"
    [ "$second" = latest ] || echo "recovery_target_time = '$second'"
    echo "recovery_target_action = 'promote'"
    echo "port = $port"
    echo "unix_socket_directories = '$folder'"
    # A restored copy sends nothing anywhere.
    echo "archive_mode = off"
} >> "$folder/postgresql.auto.conf"
touch "$folder/recovery.signal"
pg_ctl --pgdata "$folder" --log "$folder/restore.log" --timeout 900 --wait start > /dev/null
for i in $(seq 1 900); do
    [ "$(psql -h "$folder" -p "$port" -d "${ANTEROOM_DB_NAME:-anteroom}" -Atc 'select pg_is_in_recovery()' 2>/dev/null)" = f ] && break
    sleep 1
done
echo "restored $base and the log up to $second into $folder, port $port"
