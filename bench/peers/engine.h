// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::bench {

// How the driver and an engine speak: a line each on standard input and output, so that the driver
// can ask engines of any language in turn.
//
//   question: KIND \t WORDS \t FACETS \t FILTER \t REPEATS     term \t budget \t kind,topic \t - \t
//   5 answer:   TOTAL \t FACET SUM \t MICROSECONDS,...           812 \t 4023
//   \t 31.2,30.9,31.0,31.4,30.9
//
// An engine says "ready" when it has opened its index. "-" is nothing. What goes wrong is answered
// with "error", a tab and why; "unsupported" is an error too.
struct Question {
    enum class Kind { Term, And, Or, Phrase, Prefix };
    Kind kind = Kind::Term;
    std::vector<std::string> words; // the four letters of a prefix
    std::vector<std::string> facets;
    std::optional<std::pair<std::string, std::string>> filter; // facet, value
};

// Shapes:   facet_sum: of each facet the ten highest counts (of a topic, of the upper level), added
//           up: what must be the same for every engine whatever order it breaks ties in.
struct Findings {
    std::uint64_t total = 0;
    std::uint64_t facet_sum = 0;
    std::vector<std::string> ids; // the first ten
};

// Answers questions until standard input ends. Each repeat is a call of `ask`, timed.
int serve(const std::function<Findings(const Question&)>& ask);

// The sum of the ten highest.
std::uint64_t sum_of_ten(std::vector<std::uint32_t>& counts);

// What the command line of an engine says: COMMAND --library FOLDER --index FOLDER [--option].
struct Command {
    std::string name; // "index", "update", "serve"
    std::string library;
    std::string index;
    bool stock = false; // index as it comes out of the box, to time indexing
};

// Parses the command line and runs the command; times `index` and `update`, and prints
// {"publications": N, "seconds": S}. What is thrown is printed, and the exit status is 1.
int run_engine(int argc,
               char** argv,
               const std::function<std::uint64_t(const Command&)>& index,
               const std::function<std::uint64_t(const Command&)>& update,
               const std::function<int(const Command&)>& serve_index);

} // namespace praxis::bench
