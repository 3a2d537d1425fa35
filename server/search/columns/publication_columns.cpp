// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/publication_columns.h"

#include "analyzers/collation.h"

#include <algorithm>

namespace praxis::search {

namespace {

// Gives every document the rank of its key; equal keys share one.
void rank(std::vector<std::pair<std::string, std::uint32_t>>& keys,
          std::vector<std::uint32_t>& ranks) {
    std::sort(keys.begin(), keys.end());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        next += i > 0 && keys[i].first != keys[i - 1].first ? 1 : 0;
        ranks[keys[i].second] = next;
    }
}

} // namespace

PublicationColumnsBuilder::PublicationColumnsBuilder(std::uint32_t document_limit) {
    columns_.date.assign(document_limit, PublicationColumns::undated);
    columns_.first_day.assign(document_limit, 0);
    columns_.last_day.assign(document_limit, -1);
    columns_.id_rank.assign(document_limit, 0);
    columns_.title_rank.assign(document_limit, 0);
}

void PublicationColumnsBuilder::add(std::uint32_t document,
                                    const schemas::Publication& publication) {
    columns_.live.push_back(document);
    if (publication.date) {
        const Date& date = publication.date->date;
        columns_.date[document] = date.year * 10000 + date.month * 100 + date.day;
        columns_.first_day[document] = date.first_day().day_number();
        columns_.last_day[document] = date.last_day().day_number();
    }
    if (publication.period) {
        columns_.first_day[document] = publication.period->begin.first_day().day_number();
        columns_.last_day[document] = publication.period->end.last_day().day_number();
    }
    ids_.emplace_back(publication.id, document);
    titles_.emplace_back(analyzers::sort_key(publication.title, true), document);
    if (!publication.provenance.source_id.empty())
        columns_.by_source.insert(
            {{publication.provenance.source, publication.provenance.source_id}, document});
}

PublicationColumns PublicationColumnsBuilder::build() {
    rank(ids_, columns_.id_rank);
    rank(titles_, columns_.title_rank);
    return std::move(columns_);
}

} // namespace praxis::search
