# Sourced by the scripts of bin/: finds a JDK 25 and sets JAVA_HOME to it, or says what is missing.
tongquan_is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

tongquan_find_jdk() {
    local candidate
    for candidate in "${TONGQUAN_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* \
        /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && tongquan_is_jdk25 "$candidate"; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    return 1
}

if ! JAVA_HOME=$(tongquan_find_jdk); then
    echo "tongquan: no JDK 25 found (looked at TONGQUAN_JAVA_HOME, JAVA_HOME and /usr/lib/jvm)." >&2
    echo "          Install one (for example Temurin 25) and set TONGQUAN_JAVA_HOME to its folder." >&2
    exit 3
fi
export JAVA_HOME
