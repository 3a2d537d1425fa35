# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What `run` and `check` share: messages, packages, a locale, how many compilers at once.

say() { printf '%s\n' "$*" >&2; }

# die STATUS TEXT: one sentence that says what to do.
die() {
    local status=$1
    shift
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit "$status"
}

# install_packages FILE...: installs the packages listed there that are missing; asks nothing.
install_packages() {
    [ -z "${PRAXIS_SKIP_PACKAGES:-}" ] || return 0
    command -v dpkg-query >/dev/null ||
        die 2 "this is not Debian; install what packages.run lists and set PRAXIS_SKIP_PACKAGES=1"
    local missing=() name
    # shellcheck disable=SC2013  # names are words: no blanks in them
    for name in $(sed -e 's/#.*//' "$@"); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && continue
        # Node.js from elsewhere brings its npm along, and Debian's would not go with it.
        [ "$name" = npm ] && command -v npm >/dev/null && continue
        missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            say "These packages are missing. Install them as root, then start again:"
            say "  apt-get install --no-install-recommends ${missing[*]}"
            exit 2
        fi
    fi
    say "Installing ${#missing[@]} packages from Debian (once): ${missing[*]}"
    local log
    log=$(mktemp)
    local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if ! { "${as_root[@]}" "${quiet[@]}" update &&
        "${as_root[@]}" "${quiet[@]}" install -y --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        die 2 "the packages could not be installed (see $log); check the network and the sources of apt, then start again"
    fi
    rm -f "$log"
}

# A locale that exists everywhere: without one Lucene++ refuses every file.
use_plain_locale() { export LC_ALL=C.UTF-8; }

# Parallel compilers: as many as there are cores, but no more than memory bears (1.5 GB each).
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemAvailable/ { print int($2 / 1572864) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

# configure_and_build SOURCE BUILD PRESET [cmake options...]: quiet when all goes well.
# A build folder that belongs to a checkout elsewhere (a moved one) is configured anew.
configure_and_build() {
    local source=$1 build=$2 preset=$3
    shift 3
    mkdir -p "$build" 2>/dev/null ||
        die 2 "cannot write to $build; set PRAXIS_HOME to a folder that you may write to"
    local log=$build/build.log
    if [ -f "$build/CMakeCache.txt" ] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$source" "$build/CMakeCache.txt"; then
        rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles"
    fi
    if ! (cd "$source" && cmake --preset "$preset" -B "$build" "$@") >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        die 2 "configuring failed (see $log)"
    fi
    if ! cmake --build "$build" -j "$(build_jobs)" 2>&1 | tee -a "$log" | show_progress; then
        grep -E -A 8 'error:|FAILED' "$log" | head -n 60 >&2
        die 1 "the build failed (see $log)"
    fi
}

# Ninja's lines "[12/90] ..." as one line that counts, on a terminal.
show_progress() {
    local line
    while IFS= read -r line; do
        [ -t 2 ] || continue
        case $line in \[*/*\]*) printf '\r  building %s]  ' "${line%%]*}" >&2 ;; esac
    done
    [ ! -t 2 ] || printf '\r                            \r' >&2
}
