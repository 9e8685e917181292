# Sourced by the scripts of bin/: collects in `missing` what a build needs and this machine lacks, all at once.
missing=()
(. bin/jdk.sh) 2>/dev/null || missing+=("JDK 25: install one (for example Temurin 25) and set TONGQUAN_JAVA_HOME to its folder")
command -v mvn >/dev/null || missing+=("Maven 3.8 or newer: install it (Debian's package maven)")
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
    missing+=("npm with Node.js 20 or newer: install both (nodejs.org, or your system's packages)")
elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    missing+=("Node.js 20 or newer: this is $(node --version)")
fi

# Says what is missing for the named script, and ends with 3; goes on when nothing is.
tongquan_require() {
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "tongquan: $1 needs what is not here:" >&2
    printf '          %s\n' "${missing[@]}" >&2
    exit 3
}
