// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/top_documents.h"

#include "server/search/scoring/champions.h"
#include "server/search/scoring/window_search.h"
#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <span>
#include <utility>

namespace praxis::search {

namespace {

constexpr double most_units = 1 << 30;

// Equal scores: the first documents are the best. There are at least `count`.
std::vector<ScoredDocument> first_documents(const DocumentSet& documents, std::size_t count) {
    std::vector<ScoredDocument> first;
    for (std::uint32_t document = documents.next(0); first.size() < count;
         document = documents.next(document + 1))
        first.push_back({document, 0});
    return first;
}

// Whether the term adds the same to every document of the set.
bool is_equal_for_all(const ScoredTerm& term, const DocumentSet& documents) {
    const auto* equal = std::get_if<EqualShares>(&term.shares);
    return equal != nullptr && !term.gate &&
           common_count(documents, equal->documents) == documents.size();
}

// What the terms add to every document alike, and the others.
struct Sum {
    double equal = 0;
    double most = 0;                    // that the others can add
    std::vector<std::size_t> different; // terms
};

Sum sum_of(const std::vector<ScoredSet>& sets) {
    Sum sum;
    for (std::size_t i = 0; i < sets.front().terms.size(); ++i) {
        const double weight = sets.front().terms[i].weight;
        if (std::ranges::all_of(sets, [&](const ScoredSet& set) {
                return is_equal_for_all(set.terms[i], set.documents);
            }))
            sum.equal += weight;
        else if (weight > 0) {
            sum.most += weight;
            sum.different.push_back(i);
        }
    }
    return sum;
}

// What is known beforehand of a set that is one list, scored by this list alone.
std::span<const ScoredDocument> champions_of(const ScoredSet& set, const Sum& sum) {
    if (set.champions == nullptr || sum.different.size() != 1)
        return {};
    const ScoredTerm& term = set.terms[sum.different.front()];
    const auto* shares = std::get_if<ListShares>(&term.shares);
    return shares != nullptr && !term.gate && set.documents.list() == shares->list.head()
               ? set.champions->of(shares->list)
               : std::span<const ScoredDocument>();
}

std::vector<ScoredDocument>
top_of(const ScoredSet& set, const Sum& sum, std::size_t count, const Deadline& deadline) {
    count = std::min<std::size_t>(count, set.documents.size());
    if (count == 0)
        return {};
    std::vector<ScoredDocument> top;
    const double scale = most_units / sum.most;
    if (sum.different.empty())
        top = first_documents(set.documents, count);
    else if (const auto champions = champions_of(set, sum); champions.size() >= count) {
        top.reserve(count);
        for (const ScoredDocument& champion : champions.first(count)) // in units of their own
            top.push_back({champion.document, champion.score * most_units / scale});
    } else
        top = search_windows(set, sum.different, scale, count, deadline);
    for (ScoredDocument& document : top)
        document.score += sum.equal;
    return top;
}

} // namespace

std::vector<std::vector<ScoredDocument>>
top_documents(const std::vector<ScoredSet>& sets, std::size_t count, const Deadline& deadline) {
    std::vector<std::vector<ScoredDocument>> top(sets.size());
    if (deadline.passed())
        return top; // terms may be missing
    const Sum sum = sum_of(sets);
    for (std::size_t i = 0; i < sets.size(); ++i)
        top[i] = top_of(sets[i], sum, count, deadline);
    return top;
}

} // namespace praxis::search
