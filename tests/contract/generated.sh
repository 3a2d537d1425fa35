#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
# Asks a served sample library what nobody wrote: tests/contract/generated.sh BUILD [OPTION...]
# schemathesis makes requests from /openapi.json, valid and not; a server error, or an answer that
# is not described, fails. BUILD is a folder with built programs (build/dev); options go to
# schemathesis. PRAXIS_SEED sets what the requests begin from.
set -u -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P) || exit 2
build=$(cd "$1" && pwd -P) || exit 2
shift
samples=$(cd "$here/../../corpus/samples" && pwd -P)
tools=$build/generated_requests

lock=$(sha256sum "$here/requirements.txt" | cut -d' ' -f1)
if [ "$(cat "$tools/lock" 2>/dev/null)" != "$lock" ]; then
    if ! { python3 -m venv --clear "$tools" && "$tools/bin/pip" install --quiet --requirement "$here/requirements.txt"; }; then
        echo "schemathesis could not be installed: is the Python package index reachable?" >&2
        exit 1
    fi
    echo "$lock" >"$tools/lock"
fi

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

"$build/indexer/praxis-indexer" sync "$samples" --library "$samples/library.xml" --index "$work/index" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
}
"$build/server/praxis-server" --index "$work/index" --listen 127.0.0.1:0 --log-requests no >"$work/address" &
server=$!
for _ in $(seq 300); do
    [ ! -s "$work/address" ] || break
    sleep 0.1
done
url=$(grep -ohE 'http://127\.0\.0\.1:[0-9]+' "$work/address") || exit 1
cd "$work" || exit 2
"$tools/bin/schemathesis" --config-file "$here/schemathesis.toml" run "$url/openapi.json" \
    --seed "${PRAXIS_SEED:-1}" --phases examples,coverage,fuzzing --max-examples 60 \
    --workers 2 --max-time 300 "$@"
