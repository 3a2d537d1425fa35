// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// Matches whole words against a pattern: '*' stands for any letters or none, '?' for one.
//
// All places in the pattern that the letters read so far can have led to are followed at once, so
// the work is at most length of word x length of pattern, whatever the pattern: nothing is tried
// twice.
//
// Threads:  Immutable
class Wildcard {
public:
    explicit Wildcard(std::string_view pattern);

    // The letters before the first wildcard.
    const std::string& prefix() const { return prefix_; }

    // Whether every word that begins with them matches.
    bool is_prefix() const { return is_prefix_; }

    bool matches(std::string_view word) const;

private:
    struct Step {
        char32_t letter = 0; // 0: any one letter
        bool star = false;   // any letters may stand before it
    };

    std::string prefix_;
    std::vector<Step> steps_;
    bool open_end_ = false; // ends with '*'
    bool is_prefix_ = false;
};

} // namespace praxis::search
