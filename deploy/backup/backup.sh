#!/bin/sh
# One base backup of the whole database server, checked as it is written. Runs daily (deploy/systemd/anteroom-backup.timer);
# the write-ahead log since then is collected all the time by anteroom-wal.service, so that any second can be restored.
#
#   PGHOST PGPORT PGUSER PGPASSWORD   a role with the REPLICATION right, as libpq reads them
#   ANTEROOM_BACKUP                   where backups lie; best on another machine's disk, out of reach of the application
#   ANTEROOM_BACKUP_DAYS              base backups older than this are deleted, the newest never (default 35)
#   PG_BIN                            where pg_basebackup is, if not on the PATH
set -eu
: "${ANTEROOM_BACKUP:?names no folder. Maybe /etc/anteroom/env is not read, or the line is missing there.}"
PATH="${PG_BIN:+$PG_BIN:}$PATH"
umask 077
name=$(date -u +%Y-%m-%dT%H%M%SZ)
mkdir -p "$ANTEROOM_BACKUP/base"
pg_basebackup --pgdata "$ANTEROOM_BACKUP/base/.$name" --format plain --wal-method stream --checkpoint fast --manifest-checksums SHA256
pg_verifybackup --quiet "$ANTEROOM_BACKUP/base/.$name"
# Complete, or not there: a name without the dot is a backup that was verified.
mv "$ANTEROOM_BACKUP/base/.$name" "$ANTEROOM_BACKUP/base/$name"
find "$ANTEROOM_BACKUP/base" -mindepth 1 -maxdepth 1 -type d -mtime "+${ANTEROOM_BACKUP_DAYS:-35}" ! -name "$name" -exec rm -rf {} +
# The log before the oldest backup that is kept helps nobody.
oldest=$(ls "$ANTEROOM_BACKUP/base" | sort | head -1)
segment=$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\))$/\1/p' "$ANTEROOM_BACKUP/base/$oldest/backup_label")
[ ! -d "$ANTEROOM_BACKUP/wal" ] || [ -z "$segment" ] || pg_archivecleanup "$ANTEROOM_BACKUP/wal" "$segment"
echo "backed up to $ANTEROOM_BACKUP/base/$name"
