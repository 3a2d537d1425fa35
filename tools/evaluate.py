#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Measures the ranking on test collections with judgments, through the real indexer and server.

usage: tools/evaluate.py --bin DIR [--rank full|plain] [--markdown] COLLECTION...

A COLLECTION is a folder with docs.jsonl (id, title, text), queries.tsv (id, text) and qrels.tsv
(query, document, relevance). Each is indexed by itself with the default library; each query is
asked with match=any, as a ranking of whatever has any of its words. One setting serves all.

nDCG@10 (gain = relevance, discount log2), MAP (to the depth of the pages read, 1,000) and
Recall@100 are trec_eval's; means are over the queries that have a relevant document.

DIR holds praxis-indexer and praxis-server (./run --build makes .praxis/bin).
"""

import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

DEPTH = 1000
PAGE = 100

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


class Server:
    """Serves one collection on a port of its own."""

    def __init__(self, programs, folder, home):
        source = home / "collection"
        source.mkdir()
        (source / "docs.jsonl").symlink_to((folder / "docs.jsonl").resolve())
        index = home / "index"
        done = subprocess.run(
            [programs / "praxis-indexer", "sync", source / "docs.jsonl", "--index", index],
            capture_output=True,
            text=True,
        )
        if done.returncode > 1:
            sys.exit(f"{folder.name}: {done.stderr.strip()}")
        self.process = subprocess.Popen(
            [programs / "praxis-server", "--index", index, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.address = self.process.stdout.readline().split()[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

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
            with urllib.request.urlopen(
                f"{self.address}/v1/search?{urllib.parse.urlencode(asked)}"
            ) as answer:
                page = json.load(answer)
            ids += [hit["source"]["id"] for hit in page["hits"]]
            if not page["next"]:
                break
            asked["cursor"] = page["next"]
        return ids


def evaluate(folder, programs, rank):
    """The mean measures of a collection, and the number of its queries."""
    relevant = judgments(folder)
    results = []
    with tempfile.TemporaryDirectory() as home, Server(
        programs, folder, pathlib.Path(home)
    ) as server:
        for query, text in table(folder / "queries.tsv"):
            if relevant.get(query):
                ranking = server.ranking(as_query(text), rank)
                results.append(measures(ranking, relevant[query]))
    return Measures(*(sum(column) / len(results) for column in zip(*results))), len(results)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--rank", choices=["full", "plain"], default="full")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    line = "| {} | {} | {:.4f} | {:.4f} | {:.4f} |" if options.markdown else "{:20} {:5} {:.4f} {:.4f} {:.4f}"
    for folder in options.collections:
        found, queries = evaluate(folder, options.bin, options.rank)
        print(line.format(folder.name, queries, *found), flush=True)


if __name__ == "__main__":
    main()
