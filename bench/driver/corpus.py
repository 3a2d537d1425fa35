# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""The library that is measured with: publications, what is replaced of them, queries."""

import dataclasses
import os
import pathlib

from . import setup

REVISED_PERCENT = 5


@dataclasses.dataclass
class Query:
    name: str  # its class: "and_2"
    kind: str
    words: str
    filter: str  # "place=Texas"


@dataclasses.dataclass
class Library:
    work: pathlib.Path
    base: pathlib.Path     # of publications, JSON Lines
    revised: pathlib.Path  # the same with REVISED_PERCENT replaced
    updates: pathlib.Path  # only those that are replaced
    description_file: pathlib.Path
    queries: list
    description: str


def material_of(given):
    if given:
        return given
    shared = os.environ.get("PRAXIS_SHARED")
    if not shared:
        return []
    return [path for path in [pathlib.Path(shared) / "corpus",
                              *sorted(pathlib.Path(shared, "scale").glob("*/*.jsonl.zst"))]
            if path.exists()]


def write_updates(base, revised, updates):
    with updates.open("w", encoding="utf-8") as out:
        for before in sorted(base.iterdir()):
            with before.open(encoding="utf-8") as old, (revised / before.name).open(encoding="utf-8") as new:
                out.writelines(now for then, now in zip(old, new) if then != now)


def read_queries(path):
    with path.open(encoding="utf-8") as lines:
        return [Query(*line.rstrip("\n").split("\t")) for line in lines]


def prepare(docs, queries, programs, work, given):
    """Makes what is not there yet; the same arguments give the same bytes."""
    material = material_of(given)
    work = work / f"{docs}-{'material' if material else 'samples'}"
    work.mkdir(parents=True, exist_ok=True)
    base, revised = work / "base/publications", work / "revised/publications"
    updates, drawn, said = work / "updates.jsonl", work / f"queries-{queries}.tsv", work / "material.txt"
    command = [programs.need("invent_library"), "--publications", docs, "--plain-words"]
    for path in material:
        command += ["--material", path]
    if not updates.exists():
        said.write_text(setup.run([*command, "--out", base.parent]).strip(), encoding="utf-8")
        setup.run([*command, "--revised", REVISED_PERCENT, "--out", revised.parent])
        write_updates(base, revised, updates)
    if not drawn.exists():
        drawn.write_text(setup.run([programs.need("draw_queries"), base, queries]), encoding="utf-8")
    return Library(work, base, revised, updates, base.parent / "library.xml", read_queries(drawn),
                   said.read_text(encoding="utf-8"))
