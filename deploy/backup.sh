#!/usr/bin/env bash
# Backs up an instance that uses a PostgreSQL server. Own data: docs/guide/back-up.md.
#   deploy/backup.sh FOLDER
# TONGQUAN_ADMIN_URL  libpq address of the database, with a role that may read every row: a
#                     superuser or one with BYPASSRLS (postgresql://backup@host/tongquan).
#                     Give the password by PGPASSFILE, not here.
# TONGQUAN_DATA       data directory, whose keys/ are backed up too (./data)
set -euo pipefail
umask 077
say() { echo "backup: $*" >&2; }
folder=${1:-}
if [ -z "$folder" ] || [ -z "${TONGQUAN_ADMIN_URL:-}" ]; then
    say "usage: TONGQUAN_ADMIN_URL=postgresql://... $0 FOLDER"
    exit 2
fi
for program in pg_dump pg_restore psql; do
    command -v "$program" >/dev/null || { say "$program is missing; install the PostgreSQL client"; exit 3; }
done
keys=${TONGQUAN_DATA:-data}/keys
[ -d "$keys" ] || { say "no keys in $keys; set TONGQUAN_DATA"; exit 3; }
sees=$(psql -XAtqc "select rolsuper or rolbypassrls from pg_roles where rolname = current_user" "$TONGQUAN_ADMIN_URL")
[ "$sees" = t ] || { say "this role does not see every row; use a superuser or a role with BYPASSRLS"; exit 3; }

here=$folder/$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$folder"
mkdir "$here.part"
trap 'rm -rf "$here.part"' EXIT
say "database"
pg_dump --format=custom --file="$here.part/database.dump" "$TONGQUAN_ADMIN_URL"
pg_restore --list "$here.part/database.dump" >/dev/null
say "keys"
tar -C "$(dirname "$keys")" -cf "$here.part/keys.tar" keys
(cd "$here.part" && sha256sum database.dump keys.tar >SHA256SUMS)
mv "$here.part" "$here"
trap - EXIT
echo "$here"
