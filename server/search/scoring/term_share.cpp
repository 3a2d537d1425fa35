// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/term_share.h"

#include "server/search/scoring/posting_cursor.h"

#include <algorithm>
#include <cstddef>

namespace praxis::search {

namespace {

class Share {
public:
    Share(std::uint32_t document, const ScoreTable& table) : document_(document), table_(table) {}

    double operator()(const ListShares& shares) const {
        PostingCursor cursor(shares.list);
        return cursor.seek(document_) ? double{table_.share(cursor.frequency(), document_)} : 0;
    }

    double operator()(const std::shared_ptr<const KnownShares>& shares) const {
        const auto found = std::ranges::lower_bound(shares->documents, document_);
        if (found == shares->documents.end() || *found != document_)
            return 0;
        return double{shares->shares[static_cast<std::size_t>(found - shares->documents.begin())]};
    }

    double operator()(const EqualShares& shares) const {
        return shares.documents.contains(document_) ? 1 : 0;
    }

private:
    std::uint32_t document_;
    const ScoreTable& table_;
};

} // namespace

double share_of(const ScoredTerm& term, std::uint32_t document, const ScoreTable& table) {
    if (term.gate && !term.gate->contains(document))
        return 0;
    return std::visit(Share(document, table), term.shares);
}

} // namespace praxis::search
