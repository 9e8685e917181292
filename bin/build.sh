# Sourced by the scripts of bin/: compiles when a source is newer than the last build.
stamp=target/.built

tongquan_is_built() {
    [ -f "$stamp" ] && [ -f target/classpath ] &&
        [ -z "$(find pom.xml package-lock.json src/main bin/browser-libraries -newer "$stamp" -print -quit)" ]
}

# Before anything takes time: what a build needs, all at once.
tongquan_prepare() {
    tongquan_is_built && return 0
    . bin/needs.sh
    tongquan_require "building Tongquan"
}

tongquan_build() {
    tongquan_is_built && return 0
    echo "tongquan: building (the first time this fetches libraries and takes a few minutes)" >&2
    mkdir -p target
    if ! mvn -B -ntp process-classes 2>&1 | tee target/build.log | tongquan_stages >&2; then
        grep -E 'ERROR' target/build.log | head -30 >&2
        echo "tongquan: the build failed; the whole log is in target/build.log" >&2
        exit 3
    fi
    touch "$stamp"
}

# One line for each step of Maven's that people can make something of.
tongquan_stages() {
    sed -u -n \
        -e 's/.*--- [a-z-]*toolchains.*/          JDK 25/p' \
        -e 's/.*--- [a-z-]*exec[a-z-]*:.*(browser.*/          browser libraries/p' \
        -e 's/.*--- [a-z-]*jte.*/          pages/p' \
        -e 's/.*--- [a-z-]*resources.*:resources .*/          texts/p' \
        -e 's/.*--- [a-z-]*compiler.*:compile .*/          compiling/p' \
        -e 's/.*--- [a-z-]*dependency.*/          class path/p' \
        -e 's/.*BUILD SUCCESS.*/          built/p'
}

tongquan_class_path() { printf '%s' "target/classes:$(cat target/classpath)"; }
