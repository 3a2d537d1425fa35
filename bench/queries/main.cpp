// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/queries/drawing.h"

#include <fmt/format.h>

#include <exception>

// Draws the queries of bench/compare from a library made by invent_library --plain-words:
//
//   draw_queries FOLDER/publications [COUNT]
//
// One line a query: class, kind, words, filter, with tabs between them.
int main(int argc, char** argv) {
    try {
        if (argc < 2) {
            fmt::print(stderr, "usage: draw_queries FOLDER [COUNT]\n");
            return 2;
        }
        praxis::bench::Lines lines(argv[1]);
        const std::size_t count = argc > 2 ? std::stoul(argv[2]) : 30;
        for (const auto& query : praxis::bench::draw_queries(lines, count))
            fmt::print("{}\t{}\t{}\t{}\n", query.name, query.kind, query.words, query.filter);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "draw_queries: {}\n", error.what());
        return 1;
    }
}
