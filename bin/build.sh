# Sourced by the scripts of bin/: compiles when a source is newer than the last build.
tongquan_build() {
    local stamp=target/.built
    if [ -f "$stamp" ] && [ -f target/classpath ] && [ -z "$(find pom.xml package-lock.json src/main bin/browser-libraries -newer "$stamp" -print -quit)" ]; then
        return 0
    fi
    command -v mvn >/dev/null || {
        echo "tongquan: Maven is missing; install Maven 3.8 or newer" >&2
        exit 3
    }
    command -v npm >/dev/null || {
        echo "tongquan: npm is missing; install Node.js 20 or newer with npm" >&2
        exit 3
    }
    echo "tongquan: building (the first time this fetches libraries and takes a few minutes)" >&2
    mkdir -p target
    if ! mvn -B -ntp process-classes >target/build.log 2>&1; then
        grep -E 'ERROR' target/build.log | head -30 >&2
        echo "tongquan: the build failed; the whole log is in target/build.log" >&2
        exit 3
    fi
    touch "$stamp"
}

tongquan_class_path() { printf '%s' "target/classes:$(cat target/classpath)"; }
