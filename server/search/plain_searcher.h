// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/cursor.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/generation_source.h"
#include "server/search/older_snapshots.h"
#include "server/search/searcher.h"
#include "server/search/snapshot.h"
#include "server/search/synonyms/watched_synonyms.h"

#include <future>
#include <memory>
#include <mutex>
#include <string_view>

namespace praxis::search {

// The Searcher over the generations of one source: one current snapshot behind a mutex, a few older
// ones for cursors and `as_of`.
//
// Threads:  Thread-safe
class PlainSearcher final : public Searcher {
public:
    static Result<std::unique_ptr<Searcher>> open(std::unique_ptr<GenerationSource> source,
                                                  std::chrono::milliseconds deadline,
                                                  std::filesystem::path synonyms = {});

    Answered<SearchAnswer> search(const SearchRequest& request) const override;
    Answered<Explanation> explain(const SearchRequest& request, std::string_view id) const override;
    Answered<FacetPage> facet_page(const FacetPageRequest& request) const override;
    Answered<std::unique_ptr<ResultList>> list(const SearchRequest& request) const override;
    Lookup publication(std::string_view id) const override;
    Lookup publication_of_source(std::string_view source,
                                 std::string_view source_id) const override;
    RelatedPublications related(std::string_view id, std::size_t limit) const override;
    std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit) const override;
    std::shared_ptr<const schemas::Library> library() const override;
    ServedGeneration served() const override;
    Result<std::optional<index::SyncSummary>> last_sync() const override;
    Result<bool> refresh() override;

private:
    PlainSearcher(std::unique_ptr<GenerationSource> source,
                  std::chrono::milliseconds deadline,
                  std::shared_ptr<const Snapshot> snapshot,
                  std::filesystem::path synonyms);

    std::shared_ptr<const Snapshot> current() const;
    void make_aids();
    Result<bool> refresh_generation();
    Answered<std::shared_ptr<const Snapshot>> snapshot_of(std::uint64_t number,
                                                          std::string_view parameter) const;
    Answered<std::shared_ptr<const Snapshot>> snapshot_of(const std::optional<Cursor>& cursor,
                                                          const SearchRequest& request) const;
    Deadline deadline() const;

    std::unique_ptr<GenerationSource> source_;
    std::chrono::milliseconds deadline_;
    mutable OlderSnapshots older_;
    WatchedSynonyms synonyms_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> current_; // guarded by mutex_
    std::future<void> aids_made_;             // of `refresh` alone; last: it uses what stands above
};

} // namespace praxis::search
