// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/answering.h"

#include "server/search/evaluation/evaluation.h"
#include "server/search/explanation/score_explanation.h"
#include "server/search/facets/facet_counting.h"
#include "server/search/facets/facet_listing.h"
#include "server/search/facets/flat_listing.h"
#include "server/search/passages/marks.h"
#include "server/search/passages/shown_passages.h"
#include "server/search/query/query_parser.h"
#include "server/search/query/query_settling.h"
#include "server/search/ranking/ranking.h"
#include "server/search/request_check.h"
#include "server/search/spelling/query_correction.h"
#include "server/search/synonyms/query_names.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace praxis::search {

namespace {

struct Page {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Page page_of(const SearchRequest& request, const std::optional<Cursor>& from, std::size_t total) {
    const std::size_t place =
        from ? std::min<std::size_t>(static_cast<std::size_t>(from->place), total) : 0;
    if (from && from->backwards)
        return {place - std::min(place, request.page_size), place};
    return {place, place + std::min(request.page_size, total - place)};
}

std::vector<std::size_t> counted_facets(const SearchRequest& request, const Snapshot& snapshot) {
    std::vector<std::size_t> facets;
    if (request.facets) {
        for (const std::string& name : *request.facets)
            if (const std::size_t facet = snapshot.facet(name).value();
                std::find(facets.begin(), facets.end(), facet) == facets.end())
                facets.push_back(facet);
        return facets;
    }
    for (std::size_t facet = 0; facet < snapshot.facets().size(); ++facet)
        if (snapshot.facets()[facet].facet().listed)
            facets.push_back(facet);
    return facets;
}

constexpr std::size_t explained_places = 1'000;

tl::unexpected<RequestProblem> timed_out() {
    return tl::unexpected(RequestProblem{
        ErrorKind::TimedOut, "The search took longer than it may; ask for less at once.", {}});
}

class Answering {
public:
    Answering(const SearchRequest& request,
              std::optional<Cursor> from,
              const Snapshot& snapshot,
              const Deadline& deadline,
              const Synonyms& synonyms)
        : request_(request), from_(from), snapshot_(snapshot), deadline_(deadline),
          synonyms_(synonyms) {}

    Answered<SearchAnswer> answer() {
        answer_.query = request_.q;
        answer_.generation = snapshot_.generation().manifest().number;
        answer_.published = snapshot_.generation().manifest().published;
        const Answered<Plans> plans = read();
        if (!plans)
            return tl::unexpected(plans.error());
        const Evaluation evaluation = evaluate(*plans, snapshot_, deadline_);
        const Selection selection(request_, snapshot_);
        selection.note_unknown(answer_.notes);
        const LayerSets matching = evaluation.documents();
        const LayerSets documents = selection.filter(matching);
        answer_.total = total_size(documents);
        add_facets(matching, documents, selection);
        if (!deadline_.passed())
            add_hits(documents, *plans, evaluation);
        if (!deadline_.passed())
            answer_.corrected = correction();
        if (deadline_.passed())
            return timed_out();
        return std::move(answer_);
    }

    Answered<Explanation> explain(std::uint32_t document) {
        const Answered<Plans> plans = read();
        if (!plans)
            return tl::unexpected(plans.error());
        const Evaluation evaluation = evaluate(*plans, snapshot_, deadline_);
        const LayerSets documents = Selection(request_, snapshot_).filter(evaluation.documents());
        Explanation why;
        why.id = snapshot_.id(document);
        why.query = request_.q;
        why.understood = answer_.understood;
        const Snapshot::Place at = snapshot_.place(document);
        why.total = total_size(documents);
        why.matches = documents[at.number].contains(at.document);
        why.generation = snapshot_.generation().manifest().number;
        if (why.matches)
            explain_place(document, documents, *plans, evaluation, why);
        if (deadline_.passed())
            return timed_out();
        why.sentences = in_plain_words(why);
        return why;
    }

    Answered<std::vector<std::uint32_t>> documents() {
        const Answered<Plans> plans = read();
        if (!plans)
            return tl::unexpected(plans.error());
        const Evaluation evaluation = evaluate(*plans, snapshot_, deadline_);
        const LayerSets found = Selection(request_, snapshot_).filter(evaluation.documents());
        std::vector<std::uint32_t> ordered;
        ordered.reserve(total_size(found));
        for (const ScoredDocument& entry : ranked_hits(
                 found, request_, *plans, evaluation, snapshot_, total_size(found), deadline_))
            ordered.push_back(entry.document);
        if (deadline_.passed())
            return timed_out();
        return ordered;
    }

    // All values of one facet.
    Answered<std::vector<FacetValue>> values(std::size_t facet, std::string_view prefix) {
        const Answered<Plans> plans = read();
        if (!plans)
            return tl::unexpected(plans.error());
        const Evaluation evaluation = evaluate(*plans, snapshot_, deadline_);
        const Selection selection(request_, snapshot_);
        const LayerSets matching = evaluation.documents();
        const LayerSets counted = selection.is_open(facet) ? selection.filter(matching, facet)
                                                           : selection.filter(matching);
        std::vector<FacetValue> values = list_flat(
            snapshot_.facets()[facet], count(facet, counted), selection.choice(facet), prefix);
        if (deadline_.passed())
            return timed_out();
        return values;
    }

private:
    void explain_place(std::uint32_t document,
                       const LayerSets& documents,
                       const Plans& plans,
                       const Evaluation& evaluation,
                       Explanation& why) const {
        why.clauses = explain_clauses(document, plans, evaluation, snapshot_);
        for (const ExplainedClause& clause : why.clauses)
            why.plain_score += clause.contribution;
        why.score = why.plain_score;
        const std::vector<ScoredDocument> first = ranked_hits(
            documents, request_, plans, evaluation, snapshot_, explained_places, deadline_);
        const auto found = std::find_if(first.begin(), first.end(), [&](const ScoredDocument& hit) {
            return hit.document == document;
        });
        if (found == first.end())
            return;
        why.place = static_cast<std::size_t>(found - first.begin()) + 1;
        if (effective_sort(request_) == Sort::Relevance)
            why.score = found->score;
    }

    // The query, read and bound; its notes and what was understood go to the answer.
    Answered<Plans> read() {
        Answered<ParsedQuery> parsed =
            parse_query(request_.q, request_.match, snapshot_.query_fields());
        std::vector<ParameterError> errors = check_request(request_, snapshot_.library());
        if (!parsed)
            errors.insert(errors.end(), parsed.error().errors.begin(), parsed.error().errors.end());
        if (!errors.empty())
            return tl::unexpected(RequestProblem{
                ErrorKind::InvalidInput, "The request cannot be answered.", std::move(errors)});
        answer_.notes = std::move(parsed->notes);
        expand_query(parsed->query, snapshot_, synonyms_, answer_.notes);
        corrections_ = correct_query(request_.q, parsed->query, snapshot_);
        const Node settled =
            settle_query(std::move(parsed->query), snapshot_.analyzers(), answer_.notes);
        answer_.understood = understood(settled);
        return plan_query(settled, snapshot_, deadline_, answer_.notes);
    }

    void add_facets(const LayerSets& matching, const LayerSets& found, const Selection& selection) {
        const std::vector<std::size_t> facets = counted_facets(request_, snapshot_);
        std::vector<std::size_t> closed;
        std::ranges::copy_if(facets, std::back_inserter(closed), [&](std::size_t facet) {
            return !selection.is_open(facet);
        });
        const auto counts = count_facets(closed, found, snapshot_, deadline_);
        answer_.facets.reserve(facets.size());
        for (std::size_t next = 0; const std::size_t facet : facets)
            if (selection.is_open(facet))
                add_facet(facet, count(facet, selection.filter(matching, facet)), selection);
            else
                add_facet(facet, counts[next++], selection);
    }

    void add_facet(std::size_t facet,
                   const std::vector<std::uint32_t>& counts,
                   const Selection& selection) {
        const FacetValues& values = snapshot_.facets()[facet];
        answer_.facets.push_back(
            list_facet(values, counts, selection.choice(facet), size_of(values.facet())));
    }

    std::vector<std::uint32_t> count(std::size_t facet, const LayerSets& documents) const {
        return count_facets({facet}, documents, snapshot_, deadline_).front();
    }

    std::size_t size_of(const schemas::Facet& facet) const {
        const bool is_range = facet.shape == schemas::FacetShape::Range;
        return is_range && request_.range_facet_size > 0 ? request_.range_facet_size
                                                         : request_.facet_size;
    }

    // The likeliest correction that finds anything, with the same filters.
    std::optional<Correction> correction() const {
        for (const std::string& query : corrections_)
            if (const std::size_t total = total_of(query); total > 0)
                return Correction{query, total};
        return std::nullopt;
    }

    std::size_t total_of(const std::string& query) const {
        Answered<ParsedQuery> parsed = parse_query(query, request_.match, snapshot_.query_fields());
        if (!parsed)
            return 0;
        std::vector<Note> unsaid;
        expand_query(parsed->query, snapshot_, synonyms_, unsaid);
        const Node settled = settle_query(std::move(parsed->query), snapshot_.analyzers(), unsaid);
        const Answered<Plans> plans = plan_query(settled, snapshot_, deadline_, unsaid);
        if (!plans)
            return 0;
        const Evaluation evaluation = evaluate(*plans, snapshot_, deadline_);
        return total_size(Selection(request_, snapshot_).filter(evaluation.documents()));
    }

    void add_hits(const LayerSets& documents, const Plans& plans, const Evaluation& evaluation) {
        const std::size_t total = total_size(documents);
        const Page page = page_of(request_, from_, total);
        const std::vector<ScoredDocument> first =
            ranked_hits(documents, request_, plans, evaluation, snapshot_, page.end, deadline_);
        const auto shown = std::span(first).subspan(std::min(page.begin, first.size()));
        if (request_.only_ids)
            for (const ScoredDocument& found : shown)
                answer_.ids.emplace_back(snapshot_.id(found.document));
        else
            show_hits(shown, plans, evaluation);
        if (request_.page_size == 0)
            return;
        if (page.end < total)
            answer_.next = cursor_to(page.end, false);
        if (page.begin > 0)
            answer_.previous = cursor_to(page.begin, true);
    }

    void show_hits(std::span<const ScoredDocument> shown,
                   const Plans& plans,
                   const Evaluation& evaluation) {
        const Sort sort = effective_sort(request_);
        std::vector<Marker> markers; // by layer; none: nothing is marked
        if (request_.highlight == Highlight::Passages)
            for (std::size_t layer = 0; layer < plans.size(); ++layer)
                markers.emplace_back(plans[layer], snapshot_.layers()[layer]);
        answer_.hits.reserve(shown.size());
        for (const ScoredDocument& found : shown) {
            if (deadline_.passed())
                return;
            Hit& hit = answer_.hits.emplace_back(hit_of(found.document, markers, evaluation));
            if (sort == Sort::Relevance)
                hit.score = found.score;
        }
    }

    Hit hit_of(std::uint32_t document,
               const std::vector<Marker>& markers,
               const Evaluation& evaluation) const {
        Hit hit;
        hit.publication = snapshot_.publication(document);
        const std::string& title = hit.publication.title;
        if (markers.empty())
            hit.title_parts = marked_parts(title, {});
        else {
            const Marker& marker = markers[snapshot_.place(document).number];
            hit.title_parts = marked_parts(title, marker.marks_in(title, "title"));
            hit.passages = shown_passages(hit.publication, evaluation.weights, marker);
        }
        hit.publication.passages.clear();
        return hit;
    }

    std::string cursor_to(std::size_t place, bool backwards) const {
        return encode_cursor({answer_.generation, request_fingerprint(request_), place, backwards});
    }

    const SearchRequest& request_;
    const std::optional<Cursor> from_;
    const Snapshot& snapshot_;
    const Deadline& deadline_;
    const Synonyms& synonyms_;
    SearchAnswer answer_;
    std::vector<std::string> corrections_; // the likeliest first
};

} // namespace

Answered<SearchAnswer> answer(const SearchRequest& request,
                              const std::optional<Cursor>& from,
                              const Snapshot& snapshot,
                              const Deadline& deadline,
                              const Synonyms& synonyms) {
    return Answering(request, from, snapshot, deadline, synonyms).answer();
}

Answered<Explanation> explain(const SearchRequest& request,
                              std::uint32_t document,
                              const Snapshot& snapshot,
                              const Deadline& deadline,
                              const Synonyms& synonyms) {
    return Answering(request, std::nullopt, snapshot, deadline, synonyms).explain(document);
}

Answered<std::vector<std::uint32_t>> answer_documents(const SearchRequest& request,
                                                      const Snapshot& snapshot,
                                                      const Deadline& deadline,
                                                      const Synonyms& synonyms) {
    return Answering(request, std::nullopt, snapshot, deadline, synonyms).documents();
}

Answered<FacetPage> answer_facet_page(const FacetPageRequest& request,
                                      std::size_t begin,
                                      const Snapshot& snapshot,
                                      const Deadline& deadline,
                                      const Synonyms& synonyms) {
    const std::optional<std::size_t> facet = snapshot.facet(request.facet);
    if (!facet)
        return tl::unexpected(
            RequestProblem{ErrorKind::NotFound, "There is no facet “" + request.facet + "”.", {}});
    auto values = Answering(request.search, std::nullopt, snapshot, deadline, synonyms)
                      .values(*facet, request.prefix);
    if (!values)
        return tl::unexpected(values.error());
    const schemas::Facet& described = snapshot.facets()[*facet].facet();
    const index::Manifest& manifest = snapshot.generation().manifest();
    FacetPage page{described.name,
                   described.label,
                   values->size(),
                   {},
                   {},
                   manifest.number,
                   manifest.published};
    begin = std::min(begin, values->size());
    const std::size_t size =
        std::min(request.page_size.value_or(values->size()), values->size() - begin);
    const auto first = values->begin() + static_cast<std::ptrdiff_t>(begin);
    page.values.assign(std::move_iterator(first),
                       std::move_iterator(first + static_cast<std::ptrdiff_t>(size)));
    return page;
}

} // namespace praxis::search
