// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/hit_order.h"

#include <algorithm>
#include <numeric>

namespace praxis::search {

namespace {

class HitOrder {
public:
    HitOrder(const Matches& matches, Sort sort, const PublicationColumns& publications)
        : matches_(matches), sort_(sort), publications_(publications) {}

    bool operator()(std::size_t left, std::size_t right) const {
        const std::uint32_t l = matches_.documents[left];
        const std::uint32_t r = matches_.documents[right];
        if (sort_ == Sort::Relevance && matches_.scores[left] != matches_.scores[right])
            return matches_.scores[left] > matches_.scores[right];
        if (sort_ == Sort::Title && publications_.title_rank[l] != publications_.title_rank[r])
            return publications_.title_rank[l] < publications_.title_rank[r];
        if (publications_.date[l] != publications_.date[r])
            return by_date(l, r);
        return publications_.id_rank[l] < publications_.id_rank[r];
    }

private:
    bool by_date(std::uint32_t left, std::uint32_t right) const {
        if (!publications_.is_dated(left) || !publications_.is_dated(right))
            return publications_.is_dated(left);
        return sort_ == Sort::DateUp ? publications_.date[left] < publications_.date[right]
                                     : publications_.date[left] > publications_.date[right];
    }

    const Matches& matches_;
    Sort sort_;
    const PublicationColumns& publications_;
};

} // namespace

std::vector<std::size_t> first_hits(const Matches& matches,
                                    Sort sort,
                                    const PublicationColumns& publications,
                                    std::size_t count) {
    std::vector<std::size_t> places(matches.documents.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    count = std::min(count, places.size());
    const auto last = places.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(places.begin(), last, places.end(), HitOrder(matches, sort, publications));
    places.resize(count);
    return places;
}

} // namespace praxis::search
