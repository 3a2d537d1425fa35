// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/oracle_words.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace praxis::tests {

// Everything the oracle knows of one publication.
struct OraclePublication {
    schemas::Publication publication;
    std::vector<std::vector<OracleText>> fields; // by the library's fields: one for each text
    double length = 0;                           // weighted, as ranking knows it
};

// Part of the oracle: a parsed query over all publications, one publication at a time.
//
// Threads:  Thread-compatible
class OracleQuery {
public:
    OracleQuery(const schemas::Library& library,
                const OracleWords& words,
                const std::vector<OraclePublication>& publications,
                const search::Node& query);

    // The score of the publication at that place, or nothing if it does not match.
    std::optional<double> score(std::size_t publication) const;

    static bool meets(const search::Range& range,
                      const schemas::Library& library,
                      const schemas::Publication& publication);

private:
    struct Step {
        enum class Kind { All, None, Leaf, Range, And, Or, Run };
        Kind kind = Kind::All;
        std::size_t leaf = 0;
        search::Range range;
        search::Need need = search::Need::All;
        std::vector<Step> steps; // of And and Or; the words of Run
        std::vector<Step> required;
        std::vector<Step> excluded;
        bool stop_word = false;
    };

    std::optional<Step> step(const search::Node& node);
    std::vector<Step> steps(const std::vector<search::Node>& nodes);
    std::optional<Step> run(search::Run run);
    std::optional<Step> junction(Step::Kind kind, const std::vector<search::Node>& nodes);
    void join_words(std::vector<search::Node>& nodes) const;
    Step add_leaf(OracleLeaf leaf);
    bool has_value(const OracleLeaf& leaf, std::size_t publication) const;
    std::optional<double> score(const Step& step, std::size_t publication) const;
    std::optional<double> run_score(const Step& step, std::size_t publication) const;

    const schemas::Library& library_;
    const OracleWords& words_;
    const std::vector<OraclePublication>& publications_;
    std::vector<std::vector<std::optional<double>>> scores_; // by leaf and publication
    Step root_;
};

} // namespace praxis::tests
