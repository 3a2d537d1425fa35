# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Asks the engines in turn, so that whatever else the machine does disturbs all of them alike."""

import statistics
import sys

from . import engines, setup

CLASSES = ["term_frequent", "term_medium", "term_rare", "and_2", "and_3", "or_2", "or_5", "phrase",
           "prefix"]
SMALL = "kind,topic,organization,place,year"
FURTHER = "keyword,author,audience,series,language,lens"
VARIANTS = {"": "-", "facets_": SMALL, "default_facets_": f"{SMALL},{FURTHER}", "filtered_": "-",
            "delta_": "-"}
WARMING = 10          # repeats at most, before anything counts
PATIENCE = 20_000     # microseconds that one engine is asked the same in a row
MOST_REPEATS = 30


def question(query, variant, repeats):
    chosen = query.filter if variant == "filtered_" else "-"
    return "\t".join([query.kind, query.words, VARIANTS[variant], chosen, str(repeats)])


class Class:
    """One row of the table: its queries, and what every engine answered."""

    def __init__(self, name, variant, queries):
        self.name = variant + name
        self.variant = variant
        self.queries = queries
        self.times = {}    # (engine, query number) -> [microseconds]
        self.answers = {}  # query number -> {engine: (total, facet sum)}
        self.failed = {}   # engine -> why

    def ask(self, engine, number, repeats, counts):
        if engine.name in self.failed:
            return
        try:
            total, facet_sum, times = engine.ask(question(self.queries[number], self.variant, repeats))
        except setup.Failed as error:
            self.failed[engine.name] = str(error)
            return
        self.answers.setdefault(number, {})[engine.name] = (total, facet_sum)
        known = self.times.setdefault((engine.name, number), [])
        if not counts:
            known.clear()
        known += times

    def warm(self, chosen):
        for most in (1, WARMING):
            for number in range(len(self.queries)):
                for engine in chosen:
                    self.ask(engine, number, self.repeats(engine, number, most), False)

    def round(self, chosen, shift):
        turn = chosen[shift % len(chosen):] + chosen[:shift % len(chosen)]
        for number in range(len(self.queries)):
            for engine in turn:
                self.ask(engine, number, self.repeats(engine, number, MOST_REPEATS), True)

    def repeats(self, engine, number, most):
        known = self.times.get((engine.name, number)) or [PATIENCE]
        return max(1, min(most, int(PATIENCE / max(min(known), 1))))

    def result(self, chosen):
        microseconds = {}
        for engine in chosen:
            if engine.name not in self.failed:
                microseconds[engine.name] = round(statistics.mean(
                    statistics.median(self.times[engine.name, number])
                    for number in range(len(self.queries))), 2)
        differences = [{"query": self.queries[number].words, "answers": answers}
                       for number, answers in sorted(self.answers.items())
                       if len(set(answers.values())) > 1]
        result = {"name": self.name, "microseconds": microseconds, "same_totals": not differences,
                  "hits": round(statistics.mean(answers[chosen[0].name][0]
                                                for answers in self.answers.values()
                                                if chosen[0].name in answers), 1)}
        if differences:
            result["differences"] = differences[:3]
        if self.failed:
            result["failed"] = self.failed
        return result


def wanted_classes(library, only):
    for variant in VARIANTS:
        for name in CLASSES:
            queries = [query for query in library.queries if query.name == name]
            if queries and (not only or variant + name in only):
                yield Class(name, variant, queries)


def measure_with(chosen, classes, rounds):
    results = []
    for one in classes:
        one.warm(chosen)
        for number in range(rounds):
            one.round(chosen, number)
        results.append(one.result(chosen))
        print(f"{one.name}: {results[-1]['microseconds']}", file=sys.stderr)
    return results


def measure(chosen, library, only, rounds, missing):
    results = []
    classes = list(wanted_classes(library, only))
    for is_delta in (False, True):
        group = [one for one in classes if (one.variant == "delta_") == is_delta]
        if not group:
            continue
        serving = []
        for engine in chosen:
            try:
                engine.start(engines.folders(engine, library)[is_delta])
                serving.append(engine)
            except setup.Failed as error:
                missing[engine.name] = str(error)
        results += measure_with(serving, group, rounds)
        for engine in serving:
            engine.stop()
    return results
