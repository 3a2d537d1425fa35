// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/document_numbers.h"

#include "base/bisection.h"

#include <algorithm>

namespace praxis::search {

namespace {

// How many documents of the base come before the delta's.
std::uint32_t
documents_before(const index::Image& base, const index::Image& delta, std::uint32_t document) {
    const std::int32_t date = delta.dates()[document];
    const std::string_view id = delta.id(document);
    return first_without(0, base.document_count(), [&](std::uint32_t other) {
        return base.dates()[other] > date || (base.dates()[other] == date && base.id(other) < id);
    });
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
    const auto size = static_cast<std::uint32_t>(delta_.size());
    return place.document + first_without(0, size, [&](std::uint32_t next) {
               return delta_[next] - next <= place.document;
           });
}

std::optional<std::uint32_t> DocumentNumbers::former(std::uint32_t document) const {
    const auto found = std::ranges::lower_bound(replaced_, document, {}, &Replaced::delta);
    return found != replaced_.end() && found->delta == document ? std::optional(found->base)
                                                                : std::nullopt;
}

} // namespace praxis::search
