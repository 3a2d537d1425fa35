// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/image.h"
#include "server/search/sets/document_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace praxis::search {

// Every exact form of an image in code point order, where it occurs, and which forms share a stem:
// the image's, by the names that queries use.
//
// Of a base under a delta it also has forms that stand in gone publications only; `stands_in`
// tells.
//
// Facet labels are a place of their own, so that `organization:alliance` is answered by the same
// expansion as a text.
//
// Shapes:   forms are numbered 0 … size() - 1 in the order of their bytes, which is the order of
//           their code points.
// Threads:  Immutable
// Lifetime: what it is made of must outlive it.

using index::Form;

// A set of places: bit i is the library's i-th field, the last bit the facets' labels.
using Places = std::uint64_t;

constexpr std::size_t max_text_fields = 63;
constexpr Places label_place = Places{1} << max_text_fields;

constexpr Places field_place(std::size_t field) {
    return Places{1} << field;
}

constexpr Places all_places = ~Places{0};

class ShownLabels;

class Dictionary {
public:
    // The forms that begin at `first` and end before `last`.
    struct FormRange {
        Form first = 0;
        Form last = 0;
    };

    Dictionary() = default;

    // `live`: which documents count, or null: all. `labels`: the forms of the labels that are
    // shown, or null: those that the image says.
    Dictionary(const index::Image& image, const DocumentSet* live, const ShownLabels* labels)
        : image_(&image), live_(live), labels_(labels) {}

    std::size_t size() const { return image_->forms().size(); }

    std::string_view text(Form form) const { return image_->forms()[form]; }

    // Whether the form stands in one of the places.
    bool stands_in(Form form, Places places) const;

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
    bool lives_in(std::uint32_t list, Places fields) const;

    const index::Image* image_ = nullptr;
    const DocumentSet* live_ = nullptr;
    const ShownLabels* labels_ = nullptr;
};

} // namespace praxis::search
