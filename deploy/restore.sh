#!/usr/bin/env bash
# Restores a backup made by backup.sh into a database that does not exist yet.
#   deploy/restore.sh BACKUP DATABASE
# TONGQUAN_ADMIN_URL  libpq address of the server's maintenance database, with a superuser
#                     (postgresql://postgres@host/postgres)
# TONGQUAN_OWNER      role that will own everything (tongquan_owner); must exist, as must tongquan_app
# TONGQUAN_DATA       data directory without keys, into which the keys are put (./data)
set -euo pipefail
umask 077
say() { echo "restore: $*" >&2; }
backup=${1:-}
database=${2:-}
owner=${TONGQUAN_OWNER:-tongquan_owner}
data=${TONGQUAN_DATA:-data}
if [ -z "$backup" ] || [ -z "$database" ] || [ -z "${TONGQUAN_ADMIN_URL:-}" ]; then
    say "usage: TONGQUAN_ADMIN_URL=postgresql://.../postgres $0 BACKUP DATABASE"
    exit 2
fi
case $database$owner in *[!a-z0-9_]*) say "names of lower-case letters, digits and _ only"; exit 2 ;; esac
for program in pg_restore psql sha256sum; do
    command -v "$program" >/dev/null || { say "$program is missing"; exit 3; }
done
admin() { psql -XAtq -v ON_ERROR_STOP=1 -c "$1" "$TONGQUAN_ADMIN_URL"; }

(cd "$backup" && sha256sum --quiet -c SHA256SUMS)
for role in "$owner" tongquan_app; do
    [ "$(admin "select count(*) from pg_roles where rolname = '$role'")" = 1 ] ||
        { say "the role $role is missing; see docs/guide/install.md"; exit 3; }
done
[ "$(admin "select count(*) from pg_database where datname = '$database'")" = 0 ] ||
    { say "the database $database exists; choose another name, or drop it yourself"; exit 1; }
[ ! -e "$data/keys" ] || { say "$data/keys exists; move it away first"; exit 1; }

say "database"
admin "create database $database owner $owner"
target=$(printf '%s' "$TONGQUAN_ADMIN_URL" | sed -E "s#^(postgres(ql)?://[^/]*)(/[^?]*)?#\1/$database#")
pg_restore --exit-on-error --no-owner --role="$owner" --dbname="$target" "$backup/database.dump"
psql -XAtqc analyze "$target"
say "keys"
mkdir -p "$data"
tar -C "$data" -xf "$backup/keys.tar"
say "done; start the program that made the backup, or a newer one"
