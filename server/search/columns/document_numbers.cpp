// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/document_numbers.h"

#include <algorithm>

namespace praxis::search {

namespace {

// How many documents of the base come before the delta's.
std::uint32_t
documents_before(const index::Image& base, const index::Image& delta, std::uint32_t document) {
    const std::int32_t date = delta.dates()[document];
    const std::string_view id = delta.id(document);
    std::uint32_t low = 0;
    std::uint32_t high = base.document_count();
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::int32_t other = base.dates()[middle];
        if (other > date || (other == date && base.id(middle) < id))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

DocumentNumbers::DocumentNumbers(const index::Images& images)
    : count_(images.front()->document_count()) {
    if (images.size() == 1)
        return;
    const index::Image& base = *images.front();
    const index::Image& delta = *images.back();
    count_ += delta.document_count();
    for (std::uint32_t document = 0; document < delta.document_count(); ++document)
        delta_.push_back(documents_before(base, delta, document) + document);
    for (const std::uint32_t gone : delta.gone())
        if (const auto document = delta.document_of(base.id(gone)))
            replaced_.push_back({gone, *document});
    std::ranges::sort(replaced_, {}, &Replaced::delta);
}

DocumentNumbers::Place DocumentNumbers::place(std::uint32_t number) const {
    const auto found = std::ranges::lower_bound(delta_, number);
    const auto before = static_cast<std::uint32_t>(found - delta_.begin());
    if (found != delta_.end() && *found == number)
        return {1, before};
    return {0, number - before};
}

std::uint32_t DocumentNumbers::number(const Place& place) const {
    if (place.layer == 1)
        return delta_[place.document];
    std::uint32_t low = 0; // of the delta's documents
    auto high = static_cast<std::uint32_t>(delta_.size());
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (delta_[middle] - middle <= place.document)
            low = middle + 1;
        else
            high = middle;
    }
    return place.document + low;
}

std::optional<std::uint32_t> DocumentNumbers::former(std::uint32_t document) const {
    const auto found = std::ranges::lower_bound(replaced_, document, {}, &Replaced::delta);
    return found != replaced_.end() && found->delta == document ? std::optional(found->base)
                                                                : std::nullopt;
}

} // namespace praxis::search
