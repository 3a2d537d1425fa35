# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Counts topics and years of digital.gov's pages by another YAML reader, and compares.

usage: counts_test.py INDEXER SERVER

The counts of GET /v1/search, with what analyzers found left out (topic-by=editor), must be those of
the front matter; and so must the total after choosing each value. Reads the folder that PRAXIS_SHARED
names; without it, nothing is done.
"""

import collections
import os
import pathlib
import re
import sys

import yaml

from served_library import served

FRONT_MATTER = re.compile(r"\A\s*---.*?\n---", re.DOTALL)
TOPICS = re.compile(r"^topics:[ \t]*\n((?:[ \t]*-[^-\n].*\n)+)", re.MULTILINE)
DATE = re.compile(r"^date: *[\"']?(\d{4})", re.MULTILINE)


def front_matter(text):
    """The values of a page; of front matter that is no YAML, what its lines say."""
    found = FRONT_MATTER.search(text)
    head = found.group().strip().strip("-") if found else text
    try:
        values = yaml.safe_load(head)
        if isinstance(values, dict):
            return {key.strip().lower(): value for key, value in values.items()}
    except yaml.YAMLError:
        pass
    topics, date = TOPICS.search(text), DATE.search(text)
    return {"topics": [line.split("-", 1)[1].strip() for line in topics.group(1).splitlines()] if topics else [],
            "date": date.group(1) if date else None}


def pages_in(folder):
    texts = (path.read_text(encoding="utf-8") for path in sorted((folder / "content").rglob("*.md")))
    return [page for page in map(front_matter, texts) if not page.get("draft")]


def slugs(value):
    """The values of `topics`, each once, as digital.gov's addresses spell them."""
    values = value if isinstance(value, list) else [value] if value else []
    return {re.sub(r"[^a-z0-9]+", "-", str(one).lower()).strip("-") for one in values if one}


def counted(library, field, query):
    answer = library.fetch_json(f"/v1/search?page_size=0&facets={field}&facet_size=1000{query}")
    return {one["value"]: one["count"] for one in answer["facets"][0]["values"]}


def same(found, expected, what):
    differences = {key: (found.get(key, 0), expected.get(key, 0)) for key in {*found, *expected}
                   if found.get(key, 0) != expected.get(key, 0)}
    if differences:
        raise AssertionError(f"{what}: (counted by Praxis, by the front matter) {differences}")


def check(library, pages):
    topics, years = collections.Counter(), collections.Counter()
    for page in pages:
        topics.update(slugs(page.get("topics")))
        if page.get("date"):
            years[str(page["date"])[:4]] += 1
    print(f"Running {len(topics) + len(years)} test cases...")
    same(counted(library, "topic", "&topic-by=editor"), topics, "topics")
    same(counted(library, "year", ""), years, "years")
    for value, count in topics.items():
        total = library.fetch_json(f"/v1/search?page_size=0&facets=&topic-by=editor&topic={value}")["total"]
        same({value: total}, {value: count}, "the total after choosing")
    print(f"{len(pages)} pages, {len(topics)} topics, {len(years)} years: no difference")


def main():
    shared = os.environ.get("PRAXIS_SHARED")
    if not shared:
        print("PRAXIS_SHARED is not set: skipped")
        return
    folder = pathlib.Path(shared) / "corpus/digitalgov"
    with served(sys.argv[1], sys.argv[2], folder) as library:
        check(library, pages_in(folder))


if __name__ == "__main__":
    main()
