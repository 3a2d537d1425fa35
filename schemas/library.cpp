// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"

#include "schemas/words.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

template <typename Named>
const Named* find_named(const std::vector<Named>& list, std::string_view name) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Named& one) { return one.name == name; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

std::optional<std::string> Facet::value_of(std::string_view word) const {
    const auto found = words.find(squeezed(word));
    if (found == words.end())
        return std::nullopt;
    return found->second;
}

const Field* Library::field(std::string_view wanted) const {
    return find_named(fields, wanted);
}

const Facet* Library::facet(std::string_view wanted) const {
    return find_named(facets, wanted);
}

const Source* Library::source(std::string_view wanted) const {
    return find_named(sources, wanted);
}

const Facet* Library::facet_of(std::string_view property) const {
    const auto found = std::find_if(
        facets.begin(), facets.end(), [&](const Facet& one) { return one.property == property; });
    return found == facets.end() ? nullptr : &*found;
}

const Vocabulary* Library::topic_vocabulary() const {
    const auto found = vocabularies.find("topic");
    return found == vocabularies.end() ? nullptr : &found->second;
}

bool Library::ignores(std::string_view property, std::string_view value) const {
    return std::any_of(ignored.begin(), ignored.end(), [&](const IgnoredValue& one) {
        return one.property == property && squeezed(one.value) == squeezed(value);
    });
}

} // namespace praxis::schemas
