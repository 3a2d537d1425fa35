# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""What a benchmark stands on: the programs, Java, the machine it runs on."""

import datetime
import os
import pathlib
import re
import shlex
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CMAKE_TARGETS = ["praxis-indexer", "praxis-server", "invent_library", "draw_queries",
                 "praxis_engine", "lucenepp_engine"]
OPTIONAL_TARGETS = {"xapian_engine": "libxapian-dev", "sqlite_engine": "libsqlite3-dev"}
LEAST_JAVA = 21


class Failed(Exception):
    """A command that did not do what was asked of it."""


def run(command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Failed(f"{shlex.join(map(str, command))}: {(done.stderr or done.stdout).strip()[-600:]}")
    return done.stdout


class Programs:
    """The programs of a build, by name."""

    def __init__(self, build):
        self.build = build

    def path(self, name):
        """The program, or None."""
        for folder in ("bench", "indexer", "server"):
            if (self.build / folder / name).is_file():
                return self.build / folder / name
        return None

    def need(self, name):
        found = self.path(name)
        if not found:
            raise Failed(f"{self.build} has no {name}; build it with -D PRAXIS_BENCH=ON")
        return found


def programs(build, missing):
    if build:
        return Programs(build.resolve())
    build = ROOT / "build/release"
    run(["cmake", "--preset", "release", "-D", "PRAXIS_BENCH=ON"], cwd=ROOT)
    jobs = str(os.cpu_count())
    run(["cmake", "--build", build, "-j", jobs, "--target", *CMAKE_TARGETS], cwd=ROOT)
    for target, package in OPTIONAL_TARGETS.items():
        try:
            run(["cmake", "--build", build, "-j", jobs, "--target", target], cwd=ROOT)
        except Failed:
            missing[target.split("_")[0]] = f"not built; it needs the Debian package {package}"
    return Programs(build)


def java_home():
    """A Java that is new enough for the newest Lucene, or None."""
    homes = [os.environ.get("JAVA_HOME", ""), *map(str, sorted(pathlib.Path("/usr/lib/jvm").glob("*")))]
    if shutil.which("java"):
        homes.append(str(pathlib.Path(os.path.realpath(shutil.which("java"))).parents[1]))
    best = None
    for home in filter(None, homes):
        java = pathlib.Path(home) / "bin/java"
        if not (java.is_file() and (pathlib.Path(home) / "bin/javac").is_file()):
            continue
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
        version = re.search(r'version "(\d+)', said)
        if version and int(version.group(1)) >= LEAST_JAVA:
            best = max(best or (0, ""), (int(version.group(1)), home))
    return pathlib.Path(best[1]) if best else None


def commit():
    try:
        name = run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT).strip()
        changed = run(["git", "status", "--porcelain", "--untracked-files=no"], cwd=ROOT).strip()
        return name + ("+changes" if changed else "")
    except Failed:
        return "unknown"


def circumstances(command):
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text(encoding="utf-8"))
    return {"machine": f"{model.group(1) if model else 'unknown'}, {os.cpu_count()} cores, "
                       f"{round(int(memory.group(1)) / 2**20)} GiB",
            "date": datetime.date.today().isoformat(), "commit": commit(),
            "command": shlex.join(["bench/" + pathlib.Path(command[0]).name, *command[1:]]),
            "load": round(os.getloadavg()[1], 1)}
