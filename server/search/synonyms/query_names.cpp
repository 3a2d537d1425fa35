// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/query_names.h"

#include "server/search/synonyms/acronyms.h"
#include "server/search/synonyms/expansion.h"

#include <optional>
#include <utility>
#include <vector>

namespace praxis::search {

namespace {

Acronyms acronyms_of(const Snapshot& snapshot) {
    std::vector<const index::AcronymTable*> tables;
    for (const Layer& layer : snapshot.layers())
        tables.push_back(&layer.image().acronyms());
    return Acronyms(index::AcronymMeanings(std::move(tables)));
}

} // namespace

void expand_query(Node& query,
                  const Snapshot& snapshot,
                  const Synonyms& of_editors,
                  std::vector<Note>& notes) {
    std::vector<const NameSource*> sources{&of_editors, &snapshot.aids().library_names()};
    std::optional<Acronyms> acronyms;
    if (snapshot.library().ranking.acronyms)
        sources.push_back(&acronyms.emplace(acronyms_of(snapshot)));
    expand_names(query, sources, snapshot.analyzers(), notes);
}

} // namespace praxis::search
