#!/usr/bin/env bash
# Debian's Redmine with PostgreSQL and Puma, on data of its own; serves until its standard input ends.
#   bench/redmine/serve.sh FOLDER       an empty folder for everything it writes
# Prints one line for each stage, and at last `ready ADDRESS JDBC-ADDRESS`.
# Run as root: packages are installed by apt-get. The package redmine itself is unpacked into FOLDER, so that no
# service and no database of the machine is touched. Workers and threads: REDMINE_WORKERS (2), REDMINE_THREADS (3).
set -euo pipefail
folder=$1
workers=${REDMINE_WORKERS:-2}
threads=${REDMINE_THREADS:-3}
stage() { echo "redmine: $*"; }

free_port() { ruby -rsocket -e 's = TCPServer.new("127.0.0.1", 0); puts s.addr[1]; s.close'; }

install() {
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p "$folder/packages"
    (cd "$folder/packages" && apt-get -q -o APT::Sandbox::User=root download redmine redmine-pgsql)
    local wanted=(puma) depends
    for package in redmine redmine-pgsql; do
        depends=$(dpkg-deb -f "$folder"/packages/${package}_*.deb Depends)
        # what the two need, but for the two themselves
        wanted+=("$(printf '%s' "$depends" | tr ',' '\n' | grep -v redmine | paste -sd, -)")
    done
    ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || wanted+=(postgresql)
    apt-get -q -y --no-install-recommends satisfy "${wanted[@]}"
    dpkg-deb -x "$folder"/packages/redmine_*.deb "$folder/root"
}

start_postgres() {
    bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
    port=$(free_port)
    data=$folder/postgres
    mkdir -p "$data"
    chown postgres "$data"
    chmod 755 "$folder"
    as_postgres "$bin/initdb" -D "$data" -A trust -U redmine -E UTF8 --locale=C.UTF-8 -N >"$folder/initdb.log"
    # what Debian's cluster has, and as much memory as helps; every commit reaches the disk
    printf '%s\n' "listen_addresses = '127.0.0.1'" "port = $port" "unix_socket_directories = ''" \
        "shared_buffers = 256MB" "work_mem = 16MB" "jit = off" "random_page_cost = 1.1" >>"$data/postgresql.conf"
    as_postgres "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w start >/dev/null
    as_postgres "$bin/createdb" -h 127.0.0.1 -p "$port" -U redmine redmine
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }

configure() {
    app=$folder/root/usr/share/redmine
    rm -f "$app/Gemfile.lock" "$app/instances"
    mkdir -p "$app"/instances/bench/{config,files,log,plugins,public,tmp}
    mkdir -p "$app"/{files,log,plugins,tmp}
    printf '%s\n' "production:" "  adapter: postgresql" "  host: 127.0.0.1" "  port: $port" "  database: redmine" \
        "  username: redmine" "  encoding: utf8" "  pool: $((threads + 2))" >"$app/instances/bench/config/database.yml"
    # the Gemfile looks for the adapter in the package's own place
    printf '%s\n' 'gem "pg"' 'gem "puma"' >"$app/Gemfile.local"
    rm -f "$app/config/database.yml"
    cp "$app/instances/bench/config/database.yml" "$app/config/database.yml"
    ruby -rsecurerandom -e 'puts SecureRandom.hex(64)' >"$app/instances/bench/config/secret_key.txt"
    export RAILS_ENV=production REDMINE_INSTANCE=bench REDMINE_LANG=en SCHEMA=/dev/null BUNDLE_GEMFILE=$app/Gemfile
    unset RUBYOPT
}

stop() {
    trap - EXIT
    trap '' INT TERM
    [ -z "${puma:-}" ] || kill -TERM "$puma" 2>/dev/null || true
    [ -z "${puma:-}" ] || wait "$puma" 2>/dev/null || true
    [ ! -f "$folder/postgres/postmaster.pid" ] || as_postgres "$bin/pg_ctl" -D "$data" -m fast -w stop >/dev/null
}
trap stop EXIT
trap 'exit 1' INT TERM

mkdir -p "$folder"
stage "packages"
install >"$folder/apt.log" 2>&1 || { tail -5 "$folder/apt.log" >&2; exit 1; }
stage "PostgreSQL"
start_postgres
configure
cd "$app"
stage "tables"
bundle exec rake db:migrate >"$folder/migrate.log" 2>&1 || { tail -20 "$folder/migrate.log" >&2; exit 1; }
bundle exec rake redmine:load_default_data >>"$folder/migrate.log" 2>&1 || { tail -20 "$folder/migrate.log" >&2; exit 1; }
stage "Puma $(dpkg-query -W -f '${Version}' puma), $workers workers of $threads threads"
web=$(free_port)
bundle exec puma -e production -b "tcp://127.0.0.1:$web" -w "$workers" -t "$threads:$threads" --preload config.ru \
    >"$folder/puma.log" 2>&1 &
puma=$!
for _ in $(seq 120); do
    kill -0 $puma 2>/dev/null || { tail -20 "$folder/puma.log" >&2; exit 1; }
    if curl -s -o /dev/null "http://127.0.0.1:$web/login"; then
        version=$(dpkg-deb -f "$folder"/packages/redmine_*.deb Version)
        echo "ready http://127.0.0.1:$web jdbc:postgresql://127.0.0.1:$port/redmine Redmine $version, Puma, $workers workers of $threads threads, PostgreSQL $("$bin/postgres" --version | awk '{print $3}')"
        cat >/dev/null
        exit 0
    fi
    sleep 1
done
tail -20 "$folder/puma.log" >&2
exit 1
