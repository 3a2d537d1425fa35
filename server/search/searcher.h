// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/sync_summary.h"
#include "server/search/explanation/explanation.h"
#include "server/search/facet_page.h"
#include "server/search/related/related_publication.h"
#include "server/search/result_list.h"
#include "server/search/search_answer.h"
#include "server/search/search_request.h"
#include "server/search/suggestion/suggestion.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// Answers searches over the generation that the index folder names as current.
//
// A request takes one snapshot and keeps it; `refresh` swaps in a new generation, and the last
// request on the old one frees it. The index folder is only read.
//
// Errors:   RequestProblem: InvalidInput (query language, facet names, cursors), NotFound,
//           TimedOut, Unavailable; exceptions only for damage and bugs.
// Threads:  Thread-safe

struct SearcherOptions {
    std::filesystem::path index;
    std::chrono::milliseconds deadline{2000}; // of one search
    std::filesystem::path synonyms = {};      // the editors' file (synonyms/); empty: none
};

// What became of an id.
struct Lookup {
    enum class Fate { Found, Moved, Removed, Unknown };
    Fate fate = Fate::Unknown;
    std::optional<schemas::Publication> publication; // Found
    std::vector<schemas::Publication> items; // Found: those of the same file that it is the parent
                                             // of, without passages
    std::string current_id;                  // Moved
    std::string removed;                     // Removed: the date
    std::uint64_t generation = 0;
};

struct ServedGeneration {
    std::uint64_t number = 0;
    std::uint64_t publications = 0;
    std::string published;
    std::string library_name;
    std::uint64_t settings = 0; // changes when queries are read otherwise: synonyms
};

// Publications like the one that was looked up; none unless it was found.
struct RelatedPublications {
    Lookup lookup;
    std::vector<RelatedPublication> publications;
};

class Searcher {
public:
    virtual ~Searcher() = default;

    virtual Answered<SearchAnswer> search(const SearchRequest& request) const = 0;

    // Why a publication stands where it does in the answer to the request; NotFound without it.
    virtual Answered<Explanation> explain(const SearchRequest& request,
                                          std::string_view id) const = 0;

    // NotFound: no such facet.
    virtual Answered<FacetPage> facet_page(const FacetPageRequest& request) const = 0;

    // Pages, facets and passages of the request mean nothing here.
    virtual Answered<std::unique_ptr<ResultList>> list(const SearchRequest& request) const = 0;

    virtual Lookup publication(std::string_view id) const = 0;

    // The publication that a source knows by that id.
    virtual Lookup publication_of_source(std::string_view source,
                                         std::string_view source_id) const = 0;

    // The most similar first.
    virtual RelatedPublications related(std::string_view id, std::size_t limit) const = 0;

    // What a visitor may want to go on with who has typed so much (suggestion/suggester.h).
    virtual std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit) const = 0;

    // The library of the current snapshot; kept alive by the pointer.
    virtual std::shared_ptr<const schemas::Library> library() const = 0;

    virtual ServedGeneration served() const = 0;

    // What the last sync of the index folder said of itself, read from there; nothing where none
    // has. Corrupt or Unavailable when it cannot be read.
    virtual Result<std::optional<index::SyncSummary>> last_sync() const = 0;

    // Opens what CURRENT names if it is not what is served, and reads the synonyms again if their
    // file changed. Returns whether anything changed; on
    // failure the old generation serves on and the Error says why.
    virtual Result<bool> refresh() = 0;

    static Result<std::unique_ptr<Searcher>> open(const SearcherOptions& options);
};

} // namespace praxis::search
