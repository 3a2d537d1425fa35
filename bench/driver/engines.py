# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""The engines: how each is made ready, indexes, and is asked (bench/peers/engine.h)."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import time

from . import setup

NAMES = ["lucene++", "lucene", "tantivy", "xapian", "sqlite"]
SOURCES = setup.ROOT / "bench/peers"
BUILD = setup.ROOT / "build/bench"


class Engine:
    """A program that indexes, and answers questions over its standard streams."""

    def __init__(self, name, command, version):
        self.name = name
        self.command = [str(word) for word in command]
        self.version = version
        self.process = None

    def index(self, library, folder):
        return self.timed("index", library.base, folder)

    def update(self, library, folder):
        return self.timed("update", library.updates, folder)

    def timed(self, action, source, folder, *options):
        said = setup.run([*self.command, action, "--library", source, "--index", folder, *options])
        return json.loads(said.strip().splitlines()[-1])

    def start(self, folder):
        self.process = subprocess.Popen([*self.command, "serve", "--index", str(folder)], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.process.stdout.readline().strip() != "ready":
            raise setup.Failed(f"{self.name} does not open {folder}")

    def ask(self, question):
        """(total, facet sum, [microseconds])."""
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n").split("\t")
        if len(answer) != 3:
            raise setup.Failed(f"{self.name}: {' '.join(answer) or 'ended'}")
        return int(answer[0]), int(answer[1]), [float(one) for one in answer[2].split(",")]

    def stop(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()
            self.process = None


class Praxis(Engine):
    """Its index is made by the real program."""

    def __init__(self, programs):
        super().__init__("praxis", [programs.need("praxis_engine")], setup.commit())
        self.indexer = programs.need("praxis-indexer")

    def sync(self, publications, library, folder):
        report = library.work / "report.json"
        begin = time.monotonic()
        setup.run([self.indexer, "sync", publications, "--library", library.description_file,
                   "--index", folder, "--report", report])
        seconds = time.monotonic() - begin
        said = json.loads(report.read_text(encoding="utf-8"))
        return {"publications": said["counts"]["publications"], "seconds": round(seconds, 3),
                "stages": said["seconds"]}

    def index(self, library, folder):
        return self.sync(library.base, library, folder)

    def update(self, library, folder):
        return self.sync(library.revised, library, folder)


def lucene():
    """Fetched by Maven, compiled by the compiler among the jars: a Java without one will do."""
    java = setup.java(BUILD / "java")
    jars, classes = BUILD / "lucene/jars", BUILD / "lucene/classes"
    setup.run(["mvn", "-q", "-B", "-f", SOURCES / "lucene/pom.xml", "dependency:copy-dependencies",
               f"-DoutputDirectory={jars}"])
    path = ":".join(map(str, jars.glob("*.jar")))
    setup.run([java.program, "-cp", path, "org.eclipse.jdt.internal.compiler.batch.Main", "-source", "21",
               "-target", "21", "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", path, "-d", classes,
               SOURCES / "lucene/src"])
    version = re.search(r"lucene-core-([\d.]+)\.jar", path).group(1)
    vectors = "jdk.incubator.vector"
    options = ["--add-modules", vectors] if vectors in java.modules else []
    said = f"{version}, Java {java.version}" + ("" if options else f" without {vectors}")
    return Engine("lucene", [java.program, "-server", "-Xms4g", "-Xmx4g", *options,
                             "--enable-native-access=ALL-UNNAMED", "-cp", f"{classes}:{path}",
                             "praxis.bench.Main"], said)


def tantivy():
    folder = SOURCES / "tantivy"
    environment = {**os.environ, "CARGO_TARGET_DIR": str(BUILD / "tantivy"),
                   "RUSTFLAGS": "-C target-cpu=native"}
    setup.run(["cargo", "build", "--release", "--manifest-path", folder / "Cargo.toml"],
              env=environment)
    manifest = (folder / "Cargo.toml").read_text(encoding="utf-8")
    version = re.search(r'tantivy = \{ version = "=([^"]*)"', manifest).group(1)
    return Engine("tantivy", [BUILD / "tantivy/release/tantivy_engine"], version)


def debian(name, program, package, programs):
    path = programs.path(program)
    if not path:
        raise setup.Failed(f"not built; it needs the Debian package {package}")
    return Engine(name, [path], setup.run(["dpkg-query", "-W", "-f", "${Version}", package]))


OTHER_LANGUAGES = {"lucene": lucene, "tantivy": tantivy}


def make(name, programs):
    if name == "praxis":
        return Praxis(programs)
    if name in OTHER_LANGUAGES:
        return OTHER_LANGUAGES[name]()
    program, package = {"lucene++": ("lucenepp_engine", "liblucene++-dev"),
                        "xapian": ("xapian_engine", "libxapian-dev"),
                        "sqlite": ("sqlite_engine", "libsqlite3-dev")}[name]
    return debian(name, program, package, programs)


def available(names, programs, missing):
    found = []
    for name in names:
        try:
            found.append(make(name, programs))
        except (setup.Failed, OSError) as error:
            missing[name] = str(error)
            if name == "praxis":
                raise
    return found


def remove(folder):
    if folder.is_dir():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def copy(source, target):
    remove(target)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


def size_of(folder):
    files = [folder] if folder.is_file() else [path for path in folder.rglob("*") if path.is_file()]
    return round(sum(path.stat().st_size for path in files) / 1e6, 1)


def folders(engine, library):
    base = library.work / f"index-{engine.name}"
    return base, library.work / f"index-{engine.name}-delta"


def is_newer(program, than):
    return pathlib.Path(program).stat().st_mtime > than.stat().st_mtime


def index_engine(engine, library, anew):
    base, delta = folders(engine, library)
    told = library.work / f"index-{engine.name}.json"
    program = engine.indexer if engine.name == "praxis" else engine.command[0]
    if told.exists() and not anew and not is_newer(program, told):
        return json.loads(told.read_text(encoding="utf-8"))
    remove(base)
    done = engine.index(library, base)
    done["megabytes"] = size_of(base)
    copy(base, delta)
    done["update"] = engine.update(library, delta)
    told.write_text(json.dumps(done), encoding="utf-8")
    return done


def prepare_indexes(chosen, library, anew, missing):
    indexing = {}
    for engine in list(chosen):
        try:
            indexing[engine.name] = index_engine(engine, library, anew)
        except setup.Failed as error:
            missing[engine.name] = str(error)
            chosen.remove(engine)
    stock = next((engine for engine in chosen if engine.name == "lucene++"), None)
    if anew and stock:
        folder = library.work / "index-stock"
        remove(folder)
        indexing["lucene++ stock"] = stock.timed("index", library.base, folder, "--stock")
        remove(folder)
    return indexing
