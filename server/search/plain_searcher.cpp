// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/plain_searcher.h"

#include "base/fingerprint.h"
#include "server/search/answering.h"
#include "server/search/cursor.h"
#include "server/search/related/related.h"
#include "server/search/suggestion/suggester.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace praxis::search {

namespace {

tl::unexpected<RequestProblem> refused(std::string parameter, std::string reason) {
    return tl::unexpected(RequestProblem{ErrorKind::InvalidInput,
                                         "The request cannot be answered.",
                                         {{std::move(parameter), std::move(reason)}}});
}

std::uint64_t fingerprint_of(const SearchRequest& request) {
    return request_fingerprint(request);
}

std::uint64_t fingerprint_of(const FacetPageRequest& request) {
    return Fingerprint()
        .add_part("facet")
        .add_part(std::to_string(request_fingerprint(request.search)))
        .add_part(request.facet)
        .add_part(request.prefix)
        .value();
}

// The place that the request's cursor names, if it has one and it is of this request.
template <typename Request>
Answered<std::optional<Cursor>> cursor_of(const Request& request) {
    if (request.cursor.empty())
        return std::nullopt;
    const std::optional<Cursor> cursor = decode_cursor(request.cursor);
    if (!cursor)
        return refused("cursor", "This is no cursor of ours.");
    if (cursor->request != fingerprint_of(request))
        return refused("cursor",
                       "The cursor is of another request: only page_size, facets and highlight may "
                       "change from page to page.");
    return cursor;
}

// Ids of items begin with that of what they are items of.
std::vector<schemas::Publication> items_of(const std::string& parent, const Snapshot& snapshot) {
    std::vector<schemas::Publication> items;
    const std::string prefix = parent + "#";
    for (const std::uint32_t document : snapshot.documents_with_prefix(prefix)) {
        schemas::Publication item = snapshot.publication(document);
        item.passages.clear();
        if (item.parent == parent)
            items.push_back(std::move(item));
    }
    return items;
}

class SnapshotList final : public ResultList {
public:
    SnapshotList(std::shared_ptr<const Snapshot> snapshot, std::vector<std::uint32_t> documents)
        : snapshot_(std::move(snapshot)), documents_(std::move(documents)) {}

    std::uint64_t total() const override { return documents_.size(); }

    std::uint64_t generation() const override { return snapshot_->generation().manifest().number; }

    std::optional<schemas::Publication> next() override {
        if (at_ == documents_.size())
            return std::nullopt;
        return snapshot_->publication(documents_[at_++]);
    }

private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::vector<std::uint32_t> documents_;
    std::size_t at_ = 0;
};

Lookup found(std::uint32_t document, const Snapshot& snapshot) {
    Lookup lookup;
    lookup.fate = Lookup::Fate::Found;
    lookup.publication = snapshot.publication(document);
    lookup.items = items_of(lookup.publication->id, snapshot);
    lookup.generation = snapshot.generation().manifest().number;
    return lookup;
}

Lookup look_up(std::string_view id, const Snapshot& snapshot) {
    const index::Generation& generation = snapshot.generation();
    const std::uint64_t number = generation.manifest().number;
    if (const auto document = snapshot.document_of(id))
        return found(*document, snapshot);
    Lookup lookup;
    lookup.generation = number;
    if (const auto alias = generation.aliases().find(id); alias != generation.aliases().end()) {
        lookup.fate = Lookup::Fate::Moved;
        lookup.current_id = alias->second;
    } else if (const auto stone = generation.tombstones().find(id);
               stone != generation.tombstones().end()) {
        lookup.fate = Lookup::Fate::Removed;
        lookup.removed = stone->second.removed;
    }
    return lookup;
}

} // namespace

Result<std::unique_ptr<Searcher>> PlainSearcher::open(std::unique_ptr<GenerationSource> source,
                                                      std::chrono::milliseconds deadline,
                                                      std::filesystem::path synonyms) {
    auto generation = source->open(std::nullopt, nullptr);
    if (!generation)
        return tl::unexpected(generation.error());
    auto snapshot = Snapshot::make(std::move(*generation));
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    std::unique_ptr<PlainSearcher> searcher(
        new PlainSearcher(std::move(source), deadline, std::move(*snapshot), std::move(synonyms)));
    if (auto read = searcher->synonyms_.refresh(searcher->current()->analyzers()); !read)
        return tl::unexpected(read.error());
    return searcher;
}

PlainSearcher::PlainSearcher(std::unique_ptr<GenerationSource> source,
                             std::chrono::milliseconds deadline,
                             std::shared_ptr<const Snapshot> snapshot,
                             std::filesystem::path synonyms)
    : source_(std::move(source)), deadline_(deadline), older_(*source_),
      synonyms_(std::move(synonyms)), current_(std::move(snapshot)) {
    make_aids();
}

// Whoever still makes those of an older snapshot goes on with the current one: no generation waits
// for another's aids. A failure shows again where the aid is asked for.
void PlainSearcher::make_aids() {
    if (aids_made_.valid() &&
        aids_made_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    aids_made_ = std::async(std::launch::async, [this] {
        std::shared_ptr<const Snapshot> made;
        for (auto snapshot = current(); snapshot != made; snapshot = current()) {
            snapshot->aids().make_all();
            made = std::move(snapshot);
        }
    });
}

std::shared_ptr<const Snapshot> PlainSearcher::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

Answered<std::shared_ptr<const Snapshot>>
PlainSearcher::snapshot_of(std::uint64_t number, std::string_view parameter) const {
    std::shared_ptr<const Snapshot> now = current();
    const std::uint64_t current_number = now->generation().manifest().number;
    if (number == current_number)
        return now;
    auto older = older_.find_or_open(number);
    if (older)
        return std::move(*older);
    RequestProblem problem{older.error().kind(), older.error().message(), {}};
    if (problem.kind == ErrorKind::NotFound) {
        // The message names our folder, and its end the generations that are kept.
        const std::string_view message = older.error().message();
        problem.detail = fmt::format("Generation {} is not there or no longer kept{}.",
                                     number,
                                     message.substr(std::min(message.rfind(" ("), message.size())));
        problem.gone = number > 0 && number < current_number;
        problem.errors = {
            {std::string(parameter), fmt::format("Generation {} is not kept.", number)}};
    }
    return tl::unexpected(std::move(problem));
}

Answered<std::shared_ptr<const Snapshot>>
PlainSearcher::snapshot_of(const std::optional<Cursor>& cursor,
                           const SearchRequest& request) const {
    if (cursor)
        return snapshot_of(cursor->generation, "cursor");
    if (request.as_of)
        return snapshot_of(*request.as_of, "as_of");
    return current();
}

Deadline PlainSearcher::deadline() const {
    return Deadline(std::chrono::steady_clock::now() + deadline_);
}

Answered<SearchAnswer> PlainSearcher::search(const SearchRequest& request) const {
    const Answered<std::optional<Cursor>> cursor = cursor_of(request);
    if (!cursor)
        return tl::unexpected(cursor.error());
    const auto snapshot = snapshot_of(*cursor, request);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return answer(request, *cursor, **snapshot, deadline(), *synonyms_.current());
}

Answered<FacetPage> PlainSearcher::facet_page(const FacetPageRequest& request) const {
    const Answered<std::optional<Cursor>> cursor = cursor_of(request);
    if (!cursor)
        return tl::unexpected(cursor.error());
    const auto snapshot = snapshot_of(*cursor, request.search);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const std::size_t begin = *cursor ? static_cast<std::size_t>((*cursor)->place) : 0;
    Answered<FacetPage> page =
        answer_facet_page(request, begin, **snapshot, deadline(), *synonyms_.current());
    if (page && !page->values.empty() && begin + page->values.size() < page->total)
        page->next = encode_cursor(
            {page->generation, fingerprint_of(request), begin + page->values.size(), false});
    return page;
}

Answered<std::unique_ptr<ResultList>> PlainSearcher::list(const SearchRequest& request) const {
    auto snapshot = snapshot_of(std::nullopt, request);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto documents = answer_documents(request, **snapshot, deadline(), *synonyms_.current());
    if (!documents)
        return tl::unexpected(documents.error());
    return std::make_unique<SnapshotList>(std::move(*snapshot), std::move(*documents));
}

Answered<Explanation> PlainSearcher::explain(const SearchRequest& request,
                                             std::string_view id) const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    const auto document = snapshot->document_of(id);
    if (!document)
        return tl::unexpected(
            RequestProblem{ErrorKind::NotFound, "The library has no publication of that id.", {}});
    const Deadline deadline(std::chrono::steady_clock::now() + deadline_);
    return search::explain(request, *document, *snapshot, deadline, *synonyms_.current());
}

Lookup PlainSearcher::publication(std::string_view id) const {
    return look_up(id, *current());
}

Lookup PlainSearcher::publication_of_source(std::string_view source,
                                            std::string_view source_id) const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    if (const auto document = snapshot->document_of(source, source_id))
        return found(*document, *snapshot);
    Lookup lookup;
    lookup.generation = snapshot->generation().manifest().number;
    return lookup;
}

RelatedPublications PlainSearcher::related(std::string_view id, std::size_t limit) const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    RelatedPublications related{look_up(id, *snapshot), {}};
    if (const auto document = snapshot->document_of(id))
        related.publications = related_publications(*document, limit, *snapshot);
    return related;
}

std::vector<Suggestion> PlainSearcher::suggest(std::string_view typed, std::size_t limit) const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    return search::suggest(typed, limit, *snapshot);
}

std::shared_ptr<const schemas::Library> PlainSearcher::library() const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    return {snapshot, &snapshot->library()};
}

ServedGeneration PlainSearcher::served() const {
    const std::shared_ptr<const Snapshot> snapshot = current();
    const index::Manifest& manifest = snapshot->generation().manifest();
    return {manifest.number,
            manifest.publications,
            manifest.published,
            snapshot->library().name,
            synonyms_.current()->fingerprint()};
}

Result<std::optional<index::SyncSummary>> PlainSearcher::last_sync() const {
    return source_->last_sync();
}

Result<bool> PlainSearcher::refresh() {
    const Result<bool> generation = refresh_generation();
    const Result<bool> synonyms = synonyms_.refresh(current()->analyzers());
    if (!generation || !synonyms)
        return generation ? synonyms : generation;
    return *generation || *synonyms;
}

Result<bool> PlainSearcher::refresh_generation() {
    const std::shared_ptr<const Snapshot> old = current();
    const Result<std::uint64_t> number = source_->current_number();
    if (!number)
        return tl::unexpected(number.error());
    if (*number == old->generation().manifest().number)
        return false;
    auto generation = source_->open(std::nullopt, &old->generation());
    if (!generation)
        return tl::unexpected(generation.error());
    auto snapshot = Snapshot::make(std::move(*generation));
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    {
        const std::lock_guard lock(mutex_);
        current_ = std::move(*snapshot);
    }
    older_.keep(old);
    synonyms_.read_anew(current()->analyzers());
    make_aids();
    return true;
}

Result<std::unique_ptr<Searcher>> Searcher::open(const SearcherOptions& options) {
    return PlainSearcher::open(generations_of(options.index), options.deadline, options.synonyms);
}

} // namespace praxis::search
