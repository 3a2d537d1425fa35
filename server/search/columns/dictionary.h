// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "analyzers/analyzer_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace praxis::search {

// Every exact form of a generation in code point order, where it occurs, and which forms share a
// stem.
//
// The index holds exact forms only; that a bare word means all forms of its stem is decided here,
// when the generation is opened, by the same AnalyzerSet that reads queries. Facet labels are a
// place of their own, so that `organization:alliance` is answered by the same expansion.
//
// Shapes:   forms are numbered 0 … size() - 1 in the order of their bytes, which is the order of
//           their code points.
// Threads:  Immutable

using Form = std::uint32_t;

// A set of places: bit i is the library's i-th field, the last bit the facets' labels.
using Places = std::uint64_t;

constexpr std::size_t max_text_fields = 63;
constexpr Places label_place = Places{1} << max_text_fields;

constexpr Places field_place(std::size_t field) {
    return Places{1} << field;
}

class Dictionary {
public:
    // The forms that begin at `first` and end before `last`.
    struct FormRange {
        Form first = 0;
        Form last = 0;
    };

    Dictionary() = default;

    // Each form with the places in which it occurs; in any order, repetitions allowed.
    Dictionary(std::vector<std::pair<std::string, Places>> occurrences,
               const analyzers::AnalyzerSet& analyzers);

    std::size_t size() const { return places_.size(); }

    std::string_view text(Form form) const {
        return std::string_view(texts_).substr(offsets_[form], offsets_[form + 1] - offsets_[form]);
    }

    Places places(Form form) const { return places_[form]; }

    std::optional<Form> find(std::string_view text) const;

    FormRange with_prefix(std::string_view prefix) const;

    // The forms that have this stem, ascending.
    const std::vector<Form>& with_stem(const std::string& stem) const;

private:
    Form lower_bound(std::string_view text) const;

    std::string texts_; // one behind the other
    std::vector<std::size_t> offsets_{0};
    std::vector<Places> places_;
    std::unordered_map<std::string, std::vector<Form>> by_stem_;
};

} // namespace praxis::search
