# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Asks a served library for acronyms that its texts explain, and for their long forms.

usage: acronyms_test.py INDEXER SERVER
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

from served_library import served

TEXTS = {
    "explains": "The Capital Improvement Program (CIP) pays for streets.",
    "explains-too": "A capital improvement program (CIP) is a plan of six years.",
    "acronym": "The CIP was voted down.",
    "long-form": "Each capital improvement program has a hearing.",
    "words": "The program is an improvement for the capital.",
    "care": "Take care of the parks. Care costs little; no care costs more.",
    "act": "The Clean Air Rescue Effort (CARE) began.",
    "act-too": "CARE (Clean Air Rescue Effort) goes on.",
}

# query, match: the publications found
QUESTIONS = [
    ("CIP", "most", "acronym explains explains-too long-form"),
    ("cip", "most", "acronym explains explains-too long-form"),
    ('"CIP"', "most", "acronym explains explains-too"),
    ("capital improvement program", "most", "acronym explains explains-too long-form words"),
    ('"capital improvement program"', "most", "explains explains-too long-form"),
    ("CIP AND hearing", "most", "long-form"),
    ("hearing NOT CIP", "most", ""),
    ('hearing NOT "CIP"', "most", "long-form"),
    ("CARE", "most", "act act-too care"),
    ("care", "most", "act act-too care"),
    ("clean air rescue effort", "all", "act act-too"),
]

LIBRARY = '<library xmlns="urn:praxis:library" name="Acronyms" extends="default"><ranking acronyms="{}"/></library>'


def write_library(folder, acronyms):
    lines = [json.dumps({"id": key, "title": "", "text": text}) for key, text in TEXTS.items()]
    (folder / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "library.xml").write_text(LIBRARY.format(acronyms), encoding="utf-8")


def ask(library, query, match="most", rank="full"):
    asked = {"q": query, "match": match, "rank": rank, "facets": ""}
    return library.fetch_json("/v1/search?" + urllib.parse.urlencode(asked))


def found(answer):
    return " ".join(sorted(hit["source"]["id"] for hit in answer["hits"]))


def notes(answer):
    return [note["text"] for note in answer["query"]["notes"] if note["code"] == "expanded"]


def check(is_right, what):
    if not is_right:
        sys.exit(f"FAILED: {what}")


def listed_by_indexer(indexer, folder):
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([indexer, "sync", folder, "--index", index, "--library", folder / "library.xml"],
                       capture_output=True, check=False)
        return subprocess.run([indexer, "acronyms", "--index", index],
                              capture_output=True, text=True, check=True).stdout


def main():
    indexer, server = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        write_library(folder, "true")
        with served(indexer, server, folder) as library:
            for query, match, expected in QUESTIONS:
                for rank in ("full", "plain"):
                    answer = ask(library, query, match, rank)
                    check(found(answer) == expected, f"{query} ({match}, {rank}): {found(answer)}")
                    check(answer["total"] == len(expected.split()), f"{query}: total {answer['total']}")
            check(notes(ask(library, "cip")) == [
                "“cip” also finds Capital Improvement Program, as texts of the library explain; "
                "quotes find it alone."], "the note")
            check(notes(ask(library, '"cip"')) == [], "quotes are not expanded")
            check(notes(ask(library, "care")) == [], "a word in small letters is a word")
            check(len(notes(ask(library, "CARE"))) == 1, "in capitals it is an acronym")
        page = listed_by_indexer(indexer, folder)
        check("CIP = Capital Improvement Program  # 2 of 2" in page, page)
        check("also words\nCARE = Clean Air Rescue Effort" in page, page)
        write_library(folder, "false")
        with served(indexer, server, folder) as library:
            check(found(ask(library, "CIP")) == "acronym explains explains-too", "switched off")


if __name__ == "__main__":
    main()
