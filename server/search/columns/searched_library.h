// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "analyzers/analyzer_set.h"
#include "server/search/columns/text_fields.h"
#include "server/search/query/query_fields.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace praxis::search {

// A library's description, made ready for reading queries.
//
// Shapes:   fields and facets are numbered by their place in the library.
// Threads:  Immutable
// Lifetime: the library must outlive it.
class SearchedLibrary {
public:
    explicit SearchedLibrary(const schemas::Library& library)
        : library_(library), analyzers_(library), query_fields_(library), text_fields_(library) {}

    const schemas::Library& library() const { return library_; }

    const analyzers::AnalyzerSet& analyzers() const { return analyzers_; }

    const QueryFields& query_fields() const { return query_fields_; }

    const TextFields& text_fields() const { return text_fields_; }

    std::optional<std::size_t> field(std::string_view name) const {
        return place_of(library_.fields, name);
    }

    std::optional<std::size_t> facet(std::string_view name) const {
        return place_of(library_.facets, name);
    }

private:
    static std::optional<std::size_t> place_of(const auto& named, std::string_view name) {
        for (std::size_t i = 0; i < named.size(); ++i)
            if (named[i].name == name)
                return i;
        return std::nullopt;
    }

    const schemas::Library& library_;
    analyzers::AnalyzerSet analyzers_;
    QueryFields query_fields_;
    TextFields text_fields_;
};

} // namespace praxis::search
