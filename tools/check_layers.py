#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""The walls of the house: floors, doors, habits and links, as ARCHITECTURE.md states them.

Prints every breach as path:line: text and exits 1; prints the largest files either way.
"""

import fnmatch
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATCH_ALLOWED = ["*/main.cpp", "base/process.cpp", "server/http/problem.cpp", "server/http/http_server.cpp",
                 "server/search/searcher.cpp", "indexer/workers.cpp", "index/*.cpp", "index/*_lucene.h",
                 "schemas/publication_json.cpp", "schemas/xml_events.cpp", "corpus/json_*.cpp", "corpus/formats/*json*.cpp"]
SPDX = "// SPDX-FileCopyrightText: The Praxis authors"


def tracked_files():
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT,
                             capture_output=True, text=True, check=True).stdout
    return [name for name in listing.splitlines() if (ROOT / name).is_file()]


def table_after(text, heading):
    """The rows of the first Markdown table behind a heading, as lists of cells."""
    section = text.split(f"\n## {heading}\n", 1)[1]
    rows = []
    for line in section.splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return [rows[0]] + rows[2:]


def floors_of(architecture):
    header, *rows = table_after(architecture, "Floors")
    return {row[0]: {name for name, tick in zip(header[1:], row[1:]) if tick == "✓"} for row in rows}


def doors_of(architecture):
    return [(row[0], row[1].strip("`"), re.findall(r"`([^`]+)`", row[2]))
            for row in table_after(architecture, "Doors")[1:]]


def floor_of(path, floors):
    """The floor a file belongs to: the longest floor name that is a folder above it."""
    inside = [name for name in floors if path.startswith(name + "/")]
    return max(inside, key=len) if inside else None


def matches(path, patterns):
    return any(fnmatch.fnmatch(path, pattern) for pattern in patterns)


def check_includes(path, lines, floors, doors):
    floor = floor_of(path, floors)
    in_tests = path.startswith("tests/")
    for number, line in enumerate(lines, 1):
        own = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if own:
            target = own.group(1)
            if not (ROOT / target).is_file() and not target.endswith(".inc"):
                yield number, f'"{target}" does not exist: includes are written from the root'
            target_floor = floor_of(target, floors)
            if floor and target_floor not in floors[floor]:
                yield number, f"{floor} may not include {target}: it does not stand on {target_floor}"
        foreign = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
        if foreign and not in_tests:
            for library, prefix, files in doors:
                if foreign.group(1).startswith(prefix) and not matches(path, files):
                    yield number, f"{library} may only be included by {', '.join(files)}"


def check_habits(path, lines):
    if lines[0] != SPDX:
        yield 1, f"the first line must be: {SPDX}"
    own_code = not path.startswith(("tests/", "bench/"))
    for number, line in enumerate(lines, 1):
        code = line.split("//")[0]
        if path.endswith(".h") and re.search(r"\busing namespace\b", code):
            yield number, "no `using namespace` in a header"
        if own_code and re.search(r"\bcatch\s*\(", code) and not matches(path, CATCH_ALLOWED):
            yield number, "exceptions are caught at the doors only (ARCHITECTURE.md, Errors)"
        if own_code and re.search(r"\bstd::wstring\b|\bwchar_t\b", code) and not path.startswith("index/"):
            yield number, "wide strings live behind the Lucene++ door only"
        if own_code and re.match(r"#\s*define\b", code):
            yield number, "no macros of our own"


def check_links(path, text):
    prose = re.sub(r"```.*?```", "", text, flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        if not (ROOT / path).parent.joinpath(target.split("#")[0]).exists():
            yield 1, f"dead link: {target}"


def breaches(files, floors, doors):
    for path in files:
        if path.endswith((".h", ".cpp")):
            lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
            found = [*check_includes(path, lines, floors, doors), *check_habits(path, lines)]
        elif path.endswith(".md") and not path.startswith(("corpus/samples/", "tests/golden/")):
            found = check_links(path, (ROOT / path).read_text(encoding="utf-8"))
        else:
            continue
        for number, text in found:
            yield f"{path}:{number}: {text}"


def largest(files, count=5):
    sizes = [(len((ROOT / name).read_bytes().splitlines()), name)
             for name in files if name.endswith((".h", ".cpp")) and not name.startswith("tests/")]
    return sorted(sizes, reverse=True)[:count]


def main():
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    files = tracked_files()
    found = list(breaches(files, floors_of(architecture), doors_of(architecture)))
    print("\n".join(found))
    print("largest files:", ", ".join(f"{name} {lines}" for lines, name in largest(files)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
