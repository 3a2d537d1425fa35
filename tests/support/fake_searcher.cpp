// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fake_searcher.h"

#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

namespace praxis::tests {

namespace {

using search::RequestProblem;
using search::SearchAnswer;
using search::SearchRequest;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(to_lower_ascii(text));
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

bool matches(const schemas::Publication& publication, const std::vector<std::string>& words) {
    std::string text = publication.title;
    for (const schemas::Passage& passage : publication.passages)
        text += " " + passage.text;
    text = to_lower_ascii(text);
    return words.empty() || std::ranges::any_of(words, [&](const std::string& word) {
               return text.find(word) != std::string::npos;
           });
}

// The text in parts, the first word of the query marked where it stands.
std::vector<search::TextPart> marked(const std::string& text,
                                     const std::vector<std::string>& words) {
    const std::size_t at =
        words.empty() ? std::string::npos : to_lower_ascii(text).find(words.front());
    if (at == std::string::npos)
        return {{text, false}};
    const std::size_t end = at + words.front().size();
    std::vector<search::TextPart> parts;
    if (at > 0)
        parts.push_back({text.substr(0, at), false});
    parts.push_back({text.substr(at, end - at), true});
    if (end < text.size())
        parts.push_back({text.substr(end), false});
    return parts;
}

search::Hit hit_of(schemas::Publication publication, const std::vector<std::string>& words) {
    search::Hit hit;
    if (!words.empty())
        hit.score = 7.3125;
    hit.title_parts = marked(publication.title, words);
    for (const schemas::Passage& passage : publication.passages)
        hit.passages.push_back({passage.heading, passage.anchor, marked(passage.text, words)});
    publication.passages.clear();
    hit.publication = std::move(publication);
    return hit;
}

bool is_wanted(const SearchRequest& request, const std::string& facet) {
    return !request.facets || std::ranges::find(*request.facets, facet) != request.facets->end();
}

void count_facets(SearchAnswer& answer, const SearchRequest& request) {
    if (is_wanted(request, "kind")) {
        const bool selected = !request.filters.empty();
        answer.facets.push_back(
            {"kind",
             "Kind",
             {{"case-study", "Case study", 1, selected, {}}, {"guide", "Guide", 1, false, {}}},
             true});
    }
    if (is_wanted(request, "topic"))
        answer.facets.push_back({"topic",
                                 "Topic",
                                 {{"public-safety",
                                   "Public safety",
                                   1,
                                   false,
                                   {{"public-safety/fire", "Fire", 1, false, {}}}},
                                  {"shared-services", "Shared services", 2, false, {}}},
                                 false});
    if (is_wanted(request, "year"))
        answer.facets.push_back({"year",
                                 "Year",
                                 {{"2016", "2016", 2, false, {}}, {"2010", "2010", 1, false, {}}},
                                 false});
    if (is_wanted(request, "source"))
        answer.facets.push_back(
            {"source", "Source", {{"samples", "samples", 2, false, {}}}, false});
    if (is_wanted(request, "language"))
        answer.facets.push_back(
            {"language",
             "Language",
             {{"en", "English", 4, false, {}}, {"es-mx", "es-mx", 1, false, {}}},
             false});
}

std::optional<RequestProblem> commanded_problem(const std::string& q) {
    if (q == "explode")
        throw std::runtime_error("the fake exploded: secret/path");
    if (q == "nameless")
        throw 42;
    if (q == "late")
        return RequestProblem{ErrorKind::TimedOut, "The search was stopped after 2 seconds.", {}};
    if (q == "busy")
        return RequestProblem{ErrorKind::Unavailable, "The index is being replaced.", {}};
    if (q == "old")
        return RequestProblem{ErrorKind::NotFound,
                              "Generation 3 is no longer kept; the oldest is 5.",
                              {{"as_of", "is no longer kept", {}}},
                              true};
    if (q == "(")
        return RequestProblem{
            ErrorKind::InvalidInput, "The query cannot be read.", {{"q", "never closes", 0}}};
    return std::nullopt;
}

index::SyncSummary invented_sync() {
    index::SyncSummary sync{.finished = "2026-11-22T09:00:01Z",
                            .seconds = 1.5,
                            .published = 7,
                            .publications = 5,
                            .added = 2,
                            .replaced = 1,
                            .removed = 4,
                            .kept = 1,
                            .files = 6,
                            .unchanged_files = 2,
                            .rejected_files = 2,
                            .ignored_files = 3,
                            .rejections = {},
                            .more_rejections = 0};
    sync.rejections = {{"samples", "broken.xml", 3, 7, "the element title is not closed"},
                       {"samples", "annual.pdf", 0, 0, "PDF is not read yet"}};
    return sync;
}

} // namespace

FakeSearcher::FakeSearcher()
    : library_(std::make_shared<schemas::Library>(fake_library())),
      publications_(fake_publications()), last_sync_(invented_sync()) {}

search::Answered<SearchAnswer> FakeSearcher::search(const SearchRequest& request) const {
    ++searches_;
    if (auto problem = commanded_problem(request.q))
        return tl::unexpected(std::move(*problem));
    if (request.q == "wait") {
        std::unique_lock lock(mutex_);
        released_changed_.wait(lock, [&] { return released_; });
    }
    const auto words = words_of(request.q);
    SearchAnswer answer;
    answer.query = request.q;
    answer.understood = words.empty() ? "everything" : "most of (" + request.q + ")";
    answer.generation = generation_;
    answer.published = "2026-11-22T09:00:00Z";
    for (const schemas::Publication& publication : publications_) {
        if (!matches(publication, words))
            continue;
        if (answer.total++ < request.page_size)
            answer.hits.push_back(hit_of(publication, words));
    }
    if (answer.total > request.page_size && request.page_size > 0)
        answer.next = "after-" + std::to_string(request.page_size);
    if (!request.cursor.empty())
        answer.previous = "before";
    if (request.q == "fier")
        answer.corrected = search::Correction{"fire", 3};
    for (const search::FacetFilter& filter : request.filters)
        if (std::ranges::find(filter.any, "no-such-value") != filter.any.end())
            answer.notes.push_back({"unknown-value", "No publication has the kind no-such-value."});
    count_facets(answer, request);
    return answer;
}

search::Answered<search::Explanation> FakeSearcher::explain(const SearchRequest& request,
                                                            std::string_view id) const {
    search::Explanation why;
    why.id = id;
    why.query = request.q;
    why.understood = "most of (" + request.q + ")";
    why.matches = true;
    why.place = 1;
    why.total = 2;
    why.score = 1.5;
    why.plain_score = 1.25;
    why.clauses = {{"fire", 2.5, 0.5, 1.25, 3.0, {"title"}}};
    why.sentences = {"Place 1 of 2."};
    why.generation = generation_;
    return why;
}

search::Answered<search::FacetPage>
FakeSearcher::facet_page(const search::FacetPageRequest& request) const {
    SearchRequest counted = request.search;
    counted.facets = {request.facet};
    counted.page_size = 0;
    auto answer = search(counted);
    if (!answer)
        return tl::unexpected(answer.error());
    const search::FacetCounts& facet = answer->facets.at(0);
    search::FacetPage page{
        facet.field, facet.label, 0, {}, {}, answer->generation, answer->published};
    std::vector<search::FacetValue> values = facet.values;
    for (const search::FacetValue& value : facet.values)
        std::ranges::copy(value.children, std::back_inserter(values));
    for (search::FacetValue& value : values) {
        value.children.clear();
        if (to_lower_ascii(value.label).starts_with(to_lower_ascii(request.prefix)) &&
            page.total++ < request.page_size.value_or(values.size()))
            page.values.push_back(std::move(value));
    }
    if (page.total > page.values.size())
        page.next = "after-" + std::to_string(page.values.size());
    return page;
}

namespace {

class FakeList : public search::ResultList {
public:
    FakeList(std::vector<schemas::Publication> all, std::uint64_t generation, bool breaks)
        : all_(std::move(all)), generation_(generation), breaks_(breaks) {}

    std::uint64_t total() const override { return all_.size(); }

    std::uint64_t generation() const override { return generation_; }

    std::optional<schemas::Publication> next() override {
        if (breaks_ && at_ == 1)
            throw std::runtime_error("the fake's list broke");
        return at_ < all_.size() ? std::optional(all_[at_++]) : std::nullopt;
    }

private:
    std::vector<schemas::Publication> all_;
    std::uint64_t generation_;
    bool breaks_;
    std::size_t at_ = 0;
};

} // namespace

search::Answered<std::unique_ptr<search::ResultList>>
FakeSearcher::list(const search::SearchRequest& request) const {
    if (auto problem = commanded_problem(request.q))
        return tl::unexpected(std::move(*problem));
    const bool breaks = request.q == "break";
    const auto words = words_of(breaks ? "" : request.q);
    std::vector<schemas::Publication> found;
    for (const schemas::Publication& publication : publications_)
        if (matches(publication, words))
            found.push_back(publication);
    return std::make_unique<FakeList>(std::move(found), generation_, breaks);
}

search::Lookup FakeSearcher::publication(std::string_view id) const {
    using Fate = search::Lookup::Fate;
    search::Lookup lookup;
    lookup.generation = generation_;
    const auto found = std::ranges::find(publications_, id, &schemas::Publication::id);
    if (found != publications_.end()) {
        lookup.fate = Fate::Found;
        lookup.publication = *found;
    } else if (id == "samples/old-name") {
        lookup.fate = Fate::Moved;
        lookup.current_id = "news/2016-05#fire";
    } else if (id == "samples/removed") {
        lookup.fate = Fate::Removed;
        lookup.removed = "2026-01-31";
    }
    return lookup;
}

search::Lookup FakeSearcher::publication_of_source(std::string_view source,
                                                   std::string_view source_id) const {
    for (const schemas::Publication& candidate : publications_)
        if (candidate.provenance.source == source && candidate.provenance.source_id == source_id)
            return publication(candidate.id);
    return {};
}

search::RelatedPublications FakeSearcher::related(std::string_view id, std::size_t limit) const {
    search::RelatedPublications related{publication(id), {}};
    for (const schemas::Publication& other : publications_)
        if (related.lookup.publication && other.id != id && related.publications.size() < limit) {
            search::RelatedPublication& like = related.publications.emplace_back();
            like.publication = other;
            like.publication.passages.clear();
            like.similarity = 0.5;
            like.topics = {{"public-safety/fire", {"Public safety", "Fire"}}};
            like.words = {"fire", "districts"};
        }
    return related;
}

std::vector<search::Suggestion> FakeSearcher::suggest(std::string_view typed,
                                                      std::size_t limit) const {
    using enum search::SuggestionKind;
    if (typed.empty())
        return {};
    std::vector<search::Suggestion> suggestions = {
        {Query, "fire merger", {{"fire", true}, {" merger", false}}, "fire merger", "", 3},
        {Topic,
         "Fire & rescue",
         {{"Fire", true}, {" & rescue", false}},
         "public-safety/fire",
         "topic",
         2},
        {Publication,
         "Fire districts",
         {{"Fire", true}, {" districts", false}},
         "news/2016-05#fire",
         "",
         1}};
    suggestions.resize(std::min(limit, suggestions.size()));
    return suggestions;
}

Result<std::optional<index::SyncSummary>> FakeSearcher::last_sync() const {
    const std::lock_guard lock(mutex_);
    return last_sync_;
}

search::ServedGeneration FakeSearcher::served() const {
    return {generation_, publications_.size(), "2026-11-22T09:00:00Z", library_->name};
}

Result<bool> FakeSearcher::refresh() {
    const std::lock_guard lock(mutex_);
    if (!broken_.empty())
        return failure(ErrorKind::Corrupt, broken_);
    return generation_.exchange(published_) != published_;
}

void FakeSearcher::set_last_sync(Result<std::optional<index::SyncSummary>> last_sync) {
    const std::lock_guard lock(mutex_);
    last_sync_ = std::move(last_sync);
}

void FakeSearcher::break_refresh(std::string message) {
    const std::lock_guard lock(mutex_);
    broken_ = std::move(message);
}

void FakeSearcher::release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    released_changed_.notify_all();
}

} // namespace praxis::tests
