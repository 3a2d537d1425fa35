#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
# Runs the browser tests: tests/browser/run.sh BUILD [FILE...]
# BUILD is a folder with built programs (build/dev). Packages come from the lock file beside this.
set -u -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P) || exit 2
build=$(cd "$1" && pwd -P) || exit 2
shift
root=$(cd "$here/../.." && pwd -P)

lock=$(sha256sum "$here/package-lock.json" | cut -d' ' -f1)
if [ "$(cat "$here/node_modules/.praxis-lock" 2>/dev/null)" != "$lock" ]; then
    (cd "$here" && npm ci --no-audit --no-fund --loglevel=error) || {
        echo "the packages of tests/browser could not be installed: is the npm registry reachable?" >&2
        exit 1
    }
    echo "$lock" >"$here/node_modules/.praxis-lock"
fi

work=$(mktemp -d)
servers=()
finish() {
    [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

# serve NAME SOURCE...: indexes the sources, serves them on a free port, sets url.
serve() {
    local name=$1
    shift
    "$build/indexer/praxis-indexer" sync "$@" --index "$work/$name" >"$work/$name.log" 2>&1 || {
        cat "$work/$name.log" >&2
        exit 1
    }
    "$build/server/praxis-server" --index "$work/$name" --listen 127.0.0.1:0 >"$work/$name.out" 2>"$work/$name.err" &
    servers+=($!)
    url=
    local tries
    for tries in $(seq 300); do
        url=$(grep -ohE 'http://127\.0\.0\.1:[0-9]+' "$work/$name.out" "$work/$name.err" | head -n 1)
        [ -z "$url" ] || return 0
        kill -0 "${servers[-1]}" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/$name.err" >&2
    echo "the server did not start after $tries looks" >&2
    exit 1
}

serve samples "$root/corpus/samples" --library "$root/corpus/samples/library.xml"
export PRAXIS_SAMPLES_URL=$url
serve hostile "$here/library"
export PRAXIS_HOSTILE_URL=$url
mkdir "$work/streets"
{ printf -- '---\ntitle: All streets\nkeywords:\n' && seq -f '  - street %g' 1 2500 && echo ---; } >"$work/streets/all.md"
serve many "$work/streets"
export PRAXIS_MANY_URL=$url
cd "$here" || exit 2
[ $# -gt 0 ] || set -- ./*.test.mjs
node --test --test-reporter=tap "$@"
