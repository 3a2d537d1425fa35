#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Measures the ranking on test collections with judgments, through the real indexer and server.

usage: tools/evaluate.py --bin DIR [--rank full|plain] [--library FILE] [--without PART,...]
                         [--parts] [--markdown] COLLECTION...

A COLLECTION is a folder with docs.jsonl (id, title, text), queries.tsv (id, text) and qrels.tsv
(query, document, relevance). Each is indexed by itself; each query is asked with match=any, as a
ranking of whatever has any of its words. One setting serves all: the default library, or FILE.

--without leaves parts of <ranking> out (pairs, neighbours, likeness, title-lookups, acronyms);
--parts measures everything, then without each part, then plain, and writes a line for each.

nDCG@10 (gain = relevance, discount log2), MAP (to the depth of the pages read, 1,000) and
Recall@100 are trec_eval's; means are over the queries that have a relevant document.

DIR holds praxis-indexer and praxis-server (./run --build makes .praxis/bin).
"""

import argparse
import collections
import http.client
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

DEPTH = 1000
PAGE = 100

PARTS = ["pairs", "neighbours", "likeness", "title-lookups", "acronyms"]

Measures = collections.namedtuple("Measures", "ndcg10 map recall100")


def table(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip()]


def judgments(folder):
    relevant = collections.defaultdict(dict)
    for query, document, relevance in table(folder / "qrels.tsv"):
        if float(relevance) > 0:
            relevant[query][document] = float(relevance)
    return relevant


def measures(ranking, relevant):
    """Of one query: `ranking` are document ids, `relevant` their gains."""
    gains = [relevant.get(document, 0.0) for document in ranking]
    ideal = sorted(relevant.values(), reverse=True)

    def dcg(values):
        return sum(gain / math.log2(place + 2) for place, gain in enumerate(values[:10]))

    found = 0
    precisions = 0.0
    for place, gain in enumerate(gains):
        if gain > 0:
            found += 1
            precisions += found / (place + 1)
    return Measures(
        dcg(gains) / dcg(ideal),
        precisions / len(relevant),
        sum(1 for gain in gains[:100] if gain > 0) / len(relevant),
    )


def as_query(text):
    """Words alone: nothing of it is to be read as an operator."""
    words = re.findall(r"[\w'.-]+", text)
    return " ".join(word.strip(".-'").lower() for word in words if word.strip(".-'"))[:1024]


class Collection:
    """One collection: its index, its queries and what answers them."""

    def __init__(self, folder, programs, home):
        self.name = folder.name
        self.programs = programs
        self.home = home
        self.queries = table(folder / "queries.tsv")
        self.relevant = judgments(folder)
        source = home / "collection"
        source.mkdir()
        (source / "docs.jsonl").symlink_to((folder / "docs.jsonl").resolve())

    def sync(self, library):
        """Indexes the documents; a second time with another library, only the description changes."""
        done = subprocess.run(
            [self.programs / "praxis-indexer", "sync", self.home / "collection" / "docs.jsonl",
             "--index", self.home / "index", "--library", library],
            capture_output=True,
            text=True,
        )
        if done.returncode > 1:
            sys.exit(f"{self.name}: {done.stderr.strip()}")

    def measure(self, rank):
        """The mean measures, and the number of queries."""
        with Server(self.programs, self.home / "index") as server:
            results = [
                measures(server.ranking(as_query(text), rank), self.relevant[query])
                for query, text in self.queries
                if self.relevant.get(query)
            ]
        return Measures(*(sum(column) / len(results) for column in zip(*results))), len(results)


class Server:
    """Serves an index on a port of its own."""

    def __init__(self, programs, index):
        self.process = subprocess.Popen(
            [programs / "praxis-server", "--index", index, "--listen", "127.0.0.1:0", "--log-requests", "no"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        host, port = self.process.stdout.readline().split()[-1].rsplit("/", 1)[1].split(":")
        self.connection = http.client.HTTPConnection(host, int(port), timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def page(self, asked):
        self.connection.request("GET", f"/v1/search?{urllib.parse.urlencode(asked)}")
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            sys.exit(f"{asked['q']}: {body.decode()}")
        return json.loads(body)

    def ranking(self, query, rank):
        """The sources' own ids, best first."""
        ids = []
        asked = {
            "q": query,
            "match": "any",
            "rank": rank,
            "facets": "",
            "highlight": "none",
            "page_size": PAGE,
        }
        while len(ids) < DEPTH:
            page = self.page(asked)
            ids += [hit["source"]["id"] for hit in page["hits"]]
            if not page["next"]:
                break
            asked["cursor"] = page["next"]
        return ids


def library_without(parts, home):
    """A description in which parts of the ranking are left out."""
    file = home / "library.xml"
    flags = " ".join(f'{part}="false"' for part in parts)
    file.write_text(
        f'<library xmlns="urn:praxis:library" name="Library" extends="default"><ranking {flags}/></library>',
        encoding="utf-8",
    )
    return file


def variations(options):
    """(what it is called, the parts left out, rank) of each measurement."""
    if not options.parts:
        return [("", options.without, options.rank)]
    return [
        ("everything", [], "full"),
        *((f"without {part}", [part], "full") for part in PARTS),
        ("plain", [], "plain"),
    ]


def parts_in(text):
    parts = text.split(",")
    for part in parts:
        if part not in PARTS:
            raise argparse.ArgumentTypeError(f"{part} is none of {', '.join(PARTS)}")
    return parts


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--rank", choices=["full", "plain"], default="full")
    described = parser.add_mutually_exclusive_group()
    described.add_argument("--library", type=pathlib.Path)
    described.add_argument("--without", type=parts_in, default=[])
    described.add_argument("--parts", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    line = "| {} | {} | {:.4f} | {:.4f} | {:.4f} |" if options.markdown else "{:35} {:5} {:.4f} {:.4f} {:.4f}"
    for folder in options.collections:
        with tempfile.TemporaryDirectory() as scratch:
            home = pathlib.Path(scratch)
            collection = Collection(folder, options.bin, home)
            for name, without, rank in variations(options):
                collection.sync(options.library or library_without(without, home))
                found, queries = collection.measure(rank)
                print(line.format(f"{folder.name} {name}".strip(), queries, *found), flush=True)


if __name__ == "__main__":
    main()
