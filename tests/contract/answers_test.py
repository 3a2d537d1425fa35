# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Compares the recorded answers with the shapes that schemas/http_api.json describes.

usage: answers_test.py ROOT

Every golden answer in JSON must have the shape that is described for its route and status, and no
member that is not described. What no golden case shows is an error, too: a shape of a 200, a route,
a parameter of a route in a request that was answered, a kind of problem.
"""

import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema

SOURCE = "http_api"


def closed(schema):
    """The schema with nothing allowed beside what it describes."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema and "additionalProperties" not in schema:
        result["additionalProperties"] = False
    return result


def pattern_of(path):
    """The described path as a regular expression over addresses; ids have slashes and no dots."""
    pattern = re.escape(path).replace(r"\{format\}", r"(?:json|bib|ris|csl\.json|jsonld|dc\.xml|txt)")
    pattern = pattern.replace(r"\{id\}", r"[^.?]+").replace(r"\{field\}", r"[^/?]+")
    return re.compile(pattern.replace(r"\{name\}", r"[^/?]+") + "$")


def matching(paths, address):
    """The described path of an address: the one with the most literal text."""
    found = [path for path in paths if pattern_of(path).match(address)]
    return max(found, key=lambda path: len(re.sub(r"\{[a-z]+\}", "", path)), default=None)


def resolve(document, value):
    while "$ref" in value:
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = document[part] if part == value["$ref"].split("/")[1] else found[part]
        value = found
    return value


def read_case(folder):
    """Target, status, media type and body of a golden case."""
    request = (folder / "request").read_text(encoding="utf-8", errors="replace").split("\n", 1)[0].split(" ")
    head, _, body = (folder / "expected").read_text(encoding="utf-8").partition("\n\n")
    media_type = re.search("^Content-Type: ([^;\n]*)", head, re.M)
    method, target = request[0], request[1] if len(request) > 1 else ""
    return method, target.split("?")[0], head.split(" ")[1], media_type.group(1) if media_type else "", body


def check_case(folder, document, shown):
    method, address, status, media_type, body = read_case(folder)
    path = matching(document["paths"], address)
    if path is None or method != "GET":
        return
    responses = document["paths"][path]["get"]["responses"]
    if status not in responses:
        raise AssertionError(f"{status} is not described for {path}")
    content = resolve(document, responses[status]).get("content", {})
    if media_type and media_type not in content:
        raise AssertionError(f"{media_type} is not described for {status} of {path}")
    shown.add((path, status))
    if not body.strip() or not (media_type.endswith("json")):
        return
    schema = {**closed(content[media_type]["schema"]), "components": closed(document["components"])}
    jsonschema.Draft202012Validator(schema).validate(json.loads(body))


ANSWERED = {"200", "304"}


def parameter_names(target, facets):
    """The query parameters of a target; those of facets also by what the description calls them."""
    names = urllib.parse.parse_qs(target.partition("?")[2], keep_blank_values=True)
    return set(names) | {re.sub(rf"^(?:{facets})(?=$|[.])", "{facet}", name) for name in names}


def golden_parameters(cases, document, facets):
    """For each described path, the parameters of the golden requests that were answered."""
    shown = {}
    for folder in cases:
        _, address, status, _, _ = read_case(folder)
        path = matching(document["paths"], address)
        if path and status in ANSWERED:
            first_line = (folder / "request").read_text(encoding="utf-8", errors="replace").split("\n", 1)[0]
            shown.setdefault(path, set()).update(parameter_names(first_line.split(" ")[1], facets))
    return shown


def missing_cases(cases, document):
    """A message for each route, parameter and problem that no golden case shows."""
    shown = golden_parameters(cases, document, facets="kind|topic|year|source|language")
    for path, item in document["paths"].items():
        if path not in shown:
            yield f"error: in {path}: no golden case shows an answer"
        described = (resolve(document, entry) for entry in item["get"].get("parameters", []))
        for parameter in described:
            if parameter["in"] == "query" and parameter["name"] not in shown.get(path, ()):
                yield f"error: in {path}: no golden case shows an answer to {parameter['name']}"
    bodies = " ".join(read_case(folder)[4] for folder in cases)
    for name in document["components"]["parameters"]["problem"]["schema"]["enum"]:
        if f'"/problems/{name}"' not in bodies:
            yield f"error: no golden case shows the problem {name}"


def main(root):
    root = pathlib.Path(root)
    document = json.loads((root / "schemas" / "http_api.json").read_text(encoding="utf-8"))
    document["paths"] = {path: item for path, item in document["paths"].items() if "x-reserved" not in item}
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    shown = set()
    failures = []
    cases = sorted((root / "tests" / "golden" / "http").iterdir())
    print(f"Running {len(cases)} test cases...")
    for folder in cases:
        try:
            check_case(folder, document, shown)
        except (AssertionError, jsonschema.ValidationError) as error:
            failures.append(f"error: in {folder.name}: {str(error)[:600]}")
    for path, item in document["paths"].items():
        media = resolve(document, item["get"]["responses"]["200"])["content"]
        if "application/json" in media and (path, "200") not in shown and path != "/openapi.json":
            failures.append(f"error: in {path}: no golden case shows its 200")
    failures += missing_cases(cases, document)
    print("\n".join(failures) or "ok")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
