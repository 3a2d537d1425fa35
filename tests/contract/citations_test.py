# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Reads the citations of every publication with parsers that are not ours.

usage: citations_test.py INDEXER SERVER FOLDER...

Each folder is synced and served; each publication is fetched in each format and read again:
BibTeX by pybtex and bibtexparser, RIS by bibutils, CSL-JSON by citeproc-py, JSON-LD by rdflib,
Dublin Core by lxml, CSV by the csv module. What they read must say what the JSON says. The name
"hostile" stands for a library of invented publications that try to break out. Real material beside it is
read where PRAXIS_SHARED names its folder.
"""

import csv
import io
import json
import logging
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import warnings

import bibtexparser
import rdflib
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree
from pybtex.database import parse_string
from pybtex.richtext import Text

import hostile_library
from served_library import path_of, served

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

DC = "{http://purl.org/dc/elements/1.1/}"
DC_ELEMENTS = {"title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
               "identifier", "source", "language", "relation", "coverage", "rights"}
MODS = "{http://www.loc.gov/mods/v3}"
SCHEMA = "http://schema.org/"
# Commands for signs; latexcodec, which pybtex asks, does not know them all.
SIGNS = r"\\text(?:brace(?:left|right)|ascii(?:tilde|circum)|less|greater|bar|backslash)\{\}"


def line(text):
    """The text in one line, as every format writes it."""
    kept = "".join(" " if unicodedata.category(c) == "Cc" or c in "\u2028\u2029" else c for c in text or "")
    return re.sub(r"[ \u00a0]+", " ", kept).strip(" \u00a0")


def letters(text):
    """What is left of a text when a reader has its own ways with blanks and signs."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} is not {expected!r}")


def bodies_that_wrote(publication):
    return [role for role in publication["roles"] if role["role"] == "author"]


def check_bibtex(publications, library):
    text = library.fetch("/v1/export?format=bib").decode()
    entries = parse_string(text, "bibtex").entries
    same(len(entries), len(publications), "entries that pybtex reads")
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    same(len(bibtexparser.loads(text, parser).entries), len(publications), "entries that bibtexparser reads")
    for publication, entry in zip(publications, entries.values()):
        title = str(Text.from_latex(re.sub(SIGNS, "", entry.fields["title"])))
        same(letters(title), letters(publication["title"]), "BibTeX title of " + publication["id"])
        if publication["date"]:
            same(entry.fields["date"], publication["date"], "BibTeX date of " + publication["id"])
        people = entry.persons.get("author", [])
        same(len(people), len({line(author) for author in publication["authors"]} or bodies_that_wrote(publication)),
             "BibTeX authors of " + publication["id"])
        for person in people:
            same(bool(person.last_names), True, "BibTeX family name in " + publication["id"])


def check_ris(publications, library):
    text = library.fetch("/v1/export?format=ris")
    read = subprocess.run(["ris2xml", "-nt", "-nl", "-un", "-i", "unicode"], input=text, capture_output=True, check=True)
    records = etree.fromstring(read.stdout).findall(MODS + "mods")
    same(len(records), len(publications), "records that bibutils reads")
    for publication, record in zip(publications, records):
        info = record.find(MODS + "titleInfo")
        title = "".join(part.text or "" for part in info)
        same(letters(title), letters(publication["title"]), "RIS title of " + publication["id"])
        names = record.findall(MODS + "name")
        # bibutils makes two names of a body with "and" in it, so there may be more.
        expected = {line(author) for author in publication["authors"]} or bodies_that_wrote(publication)
        same(len(names) >= len(expected), True, "RIS authors of " + publication["id"])


def check_csl(publications, library):
    style = CitationStylesStyle("harvard1", validate=False)
    for publication in publications:
        items = json.loads(library.fetch(path_of(publication["id"]) + ".csl.json"))
        same(len(items), 1, "CSL items of " + publication["id"])
        source = CiteProcJSON(items)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        shown = "".join(str(part) for part in bibliography.bibliography()[0])
        same(letters(publication["title"])[:40].lower() in letters(shown).lower(), True,
             f"CSL title of {publication['id']} in {shown!r}")


def check_json_ld(publications, library):
    for publication in publications:
        text = library.fetch(path_of(publication["id"]) + ".jsonld").decode()
        same(re.search("[<>&]", text), None, "signs in JSON-LD of " + publication["id"])
        description = json.loads(text)
        same(description["@context"], "https://schema.org", "context of " + publication["id"])
        description["@context"] = {"@vocab": SCHEMA}  # the vocabulary itself, without fetching it
        graph = rdflib.Graph().parse(data=json.dumps(description), format="json-ld", publicID="http://library.example/")
        subject = rdflib.URIRef("http://library.example/publications/" + path_of(publication["id"]).split("/", 3)[3])
        name = graph.value(subject, rdflib.URIRef(SCHEMA + "name"))
        same(str(name), line(publication["title"]), "JSON-LD name of " + publication["id"])
        same((subject, rdflib.RDF.type, None) in graph, True, "JSON-LD type of " + publication["id"])


def check_dublin_core(publications, library):
    for publication in publications:
        root = etree.fromstring(library.fetch(path_of(publication["id"]) + ".dc.xml"))
        same(root.tag, "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc", "root of " + publication["id"])
        for element in root:
            same(element.tag.removeprefix(DC) in DC_ELEMENTS and len(element) == 0, True, f"element {element.tag}")
        same(root.find(DC + "title").text, line(publication["title"]), "Dublin Core title of " + publication["id"])


def check_text(publications, library):
    for publication in publications:
        text = library.fetch(path_of(publication["id"]) + ".txt").decode("utf-8")
        same(text.split("\n", 1)[0], line(publication["title"]), "first line of " + publication["id"])


def check_csv(publications, library):
    text = library.fetch("/v1/export?format=csv").decode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    same(len(rows), len(publications), "rows of CSV")
    for publication, row in zip(publications, rows):
        same(row["id"], publication["id"], "row")
        same(row["title"].removeprefix("'"), line(publication["title"]).removeprefix("'"), "CSV title of " + row["id"])
        for cell in row.values():
            same(cell[:1] in "=+-@|%\t\r＝＋－＠" and cell != "", False, f"cell {cell[:40]!r} of {row['id']}")


CHECKS = [check_bibtex, check_ris, check_csl, check_json_ld, check_dublin_core, check_text, check_csv]


def check_folder(indexer, server, folder):
    failures = 0
    with served(indexer, server, folder) as library:
        publications = library.publications()
        same(len(publications), library.fetch_json("/v1/status")["publications"], "lines of the export")
        for check in CHECKS:
            try:
                check(publications, library)
                print(f"ok: {check.__name__}, {len(publications)} publications of {pathlib.Path(folder).name}", flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failures += 1
                print(f"error: in {check.__name__} over {folder}: {error}", flush=True)
    return failures


def main(indexer, server, *folders):
    shared = os.environ.get("PRAXIS_SHARED")
    if shared:
        folders += tuple(path for name in ("digitalgov", "plos-jats")
                         if (path := os.path.join(shared, "corpus", name)) and os.path.isdir(path))
    print(f"Running {len(CHECKS) * len(folders)} test cases...")
    failures = 0
    for folder in folders:
        if folder != "hostile":
            failures += check_folder(indexer, server, folder)
            continue
        with tempfile.TemporaryDirectory() as scratch:
            hostile_library.write(scratch)
            failures += check_folder(indexer, server, scratch)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
