#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Test collections made from what editors and titles of digital.gov say.

dgtag    a topic or tag that editors once gave, as words; relevant are the pages that carried it.
dgtitle  three words remembered from a title; relevant is the page with that title.

The documents are the pages that have topics, as title and text alone: no topic, tag or summary is
indexed, so that a search cannot read the answer off a label.

usage: tools/make_collections.py DIGITALGOV OUT

DIGITALGOV is the folder with content/ and labels-history.jsonl; OUT gets a folder for each
collection, as evaluate.py reads it.
"""

import argparse
import hashlib
import json
import pathlib
import re

FEWEST_PAGES = 5  # that must have carried a tag
TITLE_EVERY = 6  # so many-th of the titles that are long enough
TITLE_WORDS = 5  # of four letters or more, to be long enough


def front_matter_and_body(text):
    found = re.match(r"---[ \t]*\n(.*?)\n---[ \t]*\n(.*)", text.replace("\r\n", "\n"), re.S)
    return found.groups() if found else ("", text)


def value_of(front_matter, key):
    found = re.search(rf"^{key}:[ \t]*(.+)$", front_matter, re.M)
    return found.group(1).strip().strip("\"'") if found else ""


def plain(body):
    """Markdown as words: without shortcodes, link targets and tags."""
    body = re.sub(r"\{\{.*?\}\}", " ", body, flags=re.S)
    body = re.sub(r"\]\([^)]*\)", "] ", body)
    body = re.sub(r"<[^>]*>", " ", body)
    return re.sub(r"[ \t]+", " ", re.sub(r"[#*_>`|\[\]]", " ", body))


def pages(digitalgov):
    """(path, title, text) of every page with topics, by path."""
    for file in sorted((digitalgov / "content").rglob("*.md")):
        front_matter, body = front_matter_and_body(file.read_text("utf-8", "replace"))
        title = value_of(front_matter, "title")
        if title and re.search(r"^topics:[ \t]*\n[ \t]*-", front_matter, re.M):
            yield str(file.relative_to(digitalgov)), title, plain(body)


def tag_queries(digitalgov, known):
    """(query, relevant paths) of every tag that enough of the known pages carried."""
    carried = {}
    for line in (digitalgov / "labels-history.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["path"] not in known:
            continue
        for tag in {*row.get("topics_2021", []), *row.get("tags_2019", [])}:
            words = " ".join(re.findall(r"[a-z0-9.+]+", tag.lower()))
            carried.setdefault(words, set()).add(row["path"])
    return [(words, sorted(paths)) for words, paths in sorted(carried.items())
            if words and len(paths) >= FEWEST_PAGES]


def remembered(title):
    """Three words of a title, the same three every time; nothing of a short title."""
    words = [word for word in dict.fromkeys(re.findall(r"[a-z]+", title.lower())) if len(word) >= 4]
    if len(words) < TITLE_WORDS:
        return None
    by_chance = sorted(words, key=lambda word: hashlib.sha256((title + word).encode()).digest())
    return " ".join(word for word in words if word in by_chance[:3])


def title_queries(known):
    asked = [(remembered(title), path) for path, (title, _) in sorted(known.items())]
    return [(words, [path]) for words, path in asked if words][::TITLE_EVERY]


def write(folder, documents, asked):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "docs.jsonl").open("w", encoding="utf-8") as file:
        for path, (title, text) in documents.items():
            file.write(json.dumps({"id": path, "title": title, "text": text}, ensure_ascii=False) + "\n")
    with (folder / "queries.tsv").open("w", encoding="utf-8") as file:
        file.writelines(f"{number}\t{words}\n" for number, (words, _) in enumerate(asked))
    with (folder / "qrels.tsv").open("w", encoding="utf-8") as file:
        file.writelines(f"{number}\t{path}\t1\n" for number, (_, paths) in enumerate(asked) for path in paths)
    print(f"{folder}: {len(documents)} documents, {len(asked)} queries")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digitalgov", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    known = {path: (title, text) for path, title, text in pages(options.digitalgov)}
    write(options.out / "dgtag", known, tag_queries(options.digitalgov, known))
    write(options.out / "dgtitle", known, title_queries(known))


if __name__ == "__main__":
    main()
