// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace praxis::search {

// Every exact form of a generation in code point order, where it occurs, and which forms share a
// stem: the image's, by the names that queries use.
//
// Facet labels are a place of their own, so that `organization:alliance` is answered by the same
// expansion as a text.
//
// Shapes:   forms are numbered 0 … size() - 1 in the order of their bytes, which is the order of
//           their code points.
// Threads:  Immutable
// Lifetime: the image must outlive it.

using index::Form;

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

    explicit Dictionary(const index::Image& image) : image_(&image) {}

    std::size_t size() const { return image_->forms().size(); }

    std::string_view text(Form form) const { return image_->forms()[form]; }

    Places places(Form form) const { return image_->form_places()[form]; }

    std::optional<Form> find(std::string_view text) const { return image_->forms().find(text); }

    FormRange with_prefix(std::string_view prefix) const {
        const auto [first, last] = image_->forms().prefix_range(prefix);
        return {first, last};
    }

    // The forms that have this stem, ascending.
    std::span<const Form> with_stem(std::string_view stem) const {
        const auto found = image_->stems().find(stem);
        return found ? image_->forms_of_stem(*found) : std::span<const Form>();
    }

private:
    const index::Image* image_ = nullptr;
};

} // namespace praxis::search
