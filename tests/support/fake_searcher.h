// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/searcher.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace praxis::tests {

// A searcher over five invented publications, for testing what stands before a searcher.
//
// Any word of the query found in a title or a passage is a hit; facets are counted over all of
// them. Some queries are commands: "explode" throws, "nameless" throws what is no exception,
// "late" is TimedOut, "busy" Unavailable, "old" a generation that is no longer kept, "(" a mistake
// at position 0, "wait" stays until release(); a list of "break" breaks behind its first entry.
//
// Threads:  Thread-safe
class FakeSearcher : public search::Searcher {
public:
    FakeSearcher();

    search::Answered<search::SearchAnswer>
    search(const search::SearchRequest& request) const override;
    search::Answered<search::Explanation> explain(const search::SearchRequest& request,
                                                  std::string_view id) const override;
    search::Answered<search::FacetPage>
    facet_page(const search::FacetPageRequest& request) const override;
    search::Answered<std::unique_ptr<search::ResultList>>
    list(const search::SearchRequest& request) const override;
    search::Lookup publication(std::string_view id) const override;
    search::Lookup publication_of_source(std::string_view source,
                                         std::string_view source_id) const override;

    search::RelatedPublications related(std::string_view id, std::size_t limit) const override;
    std::vector<search::Suggestion> suggest(std::string_view typed,
                                            std::size_t limit) const override;

    std::shared_ptr<const schemas::Library> library() const override { return library_; }

    search::ServedGeneration served() const override;
    Result<std::optional<index::SyncSummary>> last_sync() const override;
    Result<bool> refresh() override;

    // Another generation to be found by the next refresh.
    void publish(std::uint64_t generation) { published_ = generation; }

    // The next refreshes fail with this message; an empty one ends that.
    void break_refresh(std::string message);

    // What last_sync says from now on; at first, a sync with two rejections.
    void set_last_sync(Result<std::optional<index::SyncSummary>> last_sync);

    // Lets searches for "wait" go on, now and for ever.
    void release();

    // How many searches have begun.
    std::size_t searches() const { return searches_; }

private:
    std::shared_ptr<const schemas::Library> library_;
    std::vector<schemas::Publication> publications_;
    std::atomic<std::uint64_t> generation_ = 7;
    std::atomic<std::uint64_t> published_ = 7;
    mutable std::atomic<std::size_t> searches_ = 0;
    mutable std::mutex mutex_; // guards what follows
    mutable std::condition_variable released_changed_;
    bool released_ = false;
    std::string broken_;
    Result<std::optional<index::SyncSummary>> last_sync_;
};

// The invented library: facets kind, topic (hierarchical), year (range), source and language.
schemas::Library fake_library();

std::vector<schemas::Publication> fake_publications();

} // namespace praxis::tests
