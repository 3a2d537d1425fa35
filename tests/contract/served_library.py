# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""A library that was synced from folders and is served, for tests that ask from outside."""

import contextlib
import http.client
import json
import pathlib
import subprocess
import tempfile
import urllib.parse


class Served:
    """One connection to a served library."""

    def __init__(self, host, port):
        self.address = f"http://{host}:{port}"
        self._connection = http.client.HTTPConnection(host, port, timeout=60)

    def fetch(self, path, accept=None):
        """The body of a 200; anything else fails."""
        headers = {"Accept": accept} if accept else {}
        try:
            answer = self._answer(path, headers)
        except (http.client.RemoteDisconnected, ConnectionError):
            # Idle for longer than the server keeps connections: ask again on a new one.
            self._connection.close()
            answer = self._answer(path, headers)
        body = answer.read()
        if answer.status != 200:
            raise AssertionError(f"GET {path}: {answer.status} {body[:300]!r}")
        return body

    def _answer(self, path, headers):
        self._connection.request("GET", path, headers=headers)
        return self._connection.getresponse()

    def fetch_json(self, path):
        return json.loads(self.fetch(path))

    def publications(self):
        """Every publication, as GET /v1/publications/{id} gives it."""
        return [json.loads(line) for line in self.fetch("/v1/export?format=jsonl").decode().split("\n") if line]


def path_of(identifier):
    return "/v1/publications/" + urllib.parse.quote(identifier)


@contextlib.contextmanager
def served(indexer, server, folder, settings=()):
    """Syncs a folder into a new index and serves it until the end of the block."""
    with tempfile.TemporaryDirectory() as scratch:
        index = pathlib.Path(scratch) / "index"
        library = pathlib.Path(folder) / "library.xml"
        with_library = ["--library", str(library)] if library.exists() else []
        sync = subprocess.run([indexer, "sync", str(folder), "--index", str(index), *with_library],
                              capture_output=True, text=True, check=False)
        if sync.returncode > 1:  # 1: some files were rejected, the rest is published
            raise AssertionError(f"cannot sync {folder}: {sync.stderr}")
        process = subprocess.Popen([server, "--index", str(index), "--listen", "127.0.0.1:0",
                                    "--log-requests", "no", *settings],
                                   stdout=subprocess.PIPE, text=True)
        try:
            line = process.stdout.readline()
            if "http://" not in line:
                raise AssertionError("the server did not start")
            host, port = line.strip().rsplit("/", 1)[1].split(":")
            yield Served(host, int(port))
        finally:
            process.terminate()
            process.wait(timeout=60)
