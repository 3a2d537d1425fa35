// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::index {

// What an acronym is short for in a library.
struct AcronymMeaning {
    std::string_view acronym_key;
    std::string_view long_form_key;
    std::string_view acronym;
    std::string_view long_form;
    std::uint64_t explained = 0; // how often it is explained so
    std::uint64_t in_all = 0;    // and how often at all
    bool is_also_a_word = false; // texts write it otherwise than in capitals more often ("care")

    // Whether texts agree: at least two explain it so, and at least half of those that explain it.
    bool is_settled() const { return explained >= 2 && 2 * explained >= in_all; }
};

// The acronyms that base and delta explain, their counts added up. What was gone from the base
// since it was made counts until the next base.
//
// Threads:  Immutable
// Lifetime: views live as long as the images.
class AcronymMeanings {
public:
    explicit AcronymMeanings(std::vector<const AcronymTable*> tables)
        : tables_(std::move(tables)) {}

    // What most explanations say.
    std::optional<AcronymMeaning> of_acronym(std::string_view key) const;

    // Of each acronym that somewhere stands for the long form, and mostly does.
    std::vector<AcronymMeaning> of_long_form(std::string_view key) const;

    // Whether some long form begins with these words and goes on.
    bool has_longer_form(std::string_view key) const;

    // Of each acronym, by its key.
    std::vector<AcronymMeaning> all() const;

private:
    std::vector<const AcronymTable*> tables_;
};

} // namespace praxis::index
