// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/publication/neighbours.h"

#include <algorithm>
#include <set>

namespace praxis::http {

namespace {

using schemas::Publication;
using schemas::Relation;

constexpr std::size_t named_relations = 50;
constexpr std::size_t followed_versions = 20;

// Follows relations of one type from publication to publication; the nearest first.
class VersionChain {
public:
    VersionChain(const Publication& from, const search::Searcher& searcher) : searcher_(searcher) {
        seen_.insert(from.id);
    }

    std::vector<Version> follow(const Publication& from, std::string_view type) {
        std::vector<Version> chain;
        std::vector<Relation> ahead = from.relations;
        for (std::size_t i = 0; i < ahead.size() && chain.size() < followed_versions; ++i) {
            if (ahead[i].type != type || !seen_.insert(ahead[i].target).second)
                continue;
            const search::Lookup lookup = searcher_.publication(ahead[i].target);
            if (!lookup.publication)
                continue;
            const Publication& version = *lookup.publication;
            chain.push_back({version.id,
                             version.title,
                             version.date ? std::optional(version.date->date) : std::nullopt,
                             type == "superseded-by"});
            ahead.insert(ahead.end(), version.relations.begin(), version.relations.end());
        }
        return chain;
    }

private:
    const search::Searcher& searcher_;
    std::set<std::string> seen_;
};

std::vector<Version> versions_of(const Publication& publication, const search::Searcher& searcher) {
    VersionChain chain(publication, searcher);
    std::vector<Version> versions = chain.follow(publication, "superseded-by");
    std::ranges::reverse(versions);
    std::ranges::move(chain.follow(publication, "supersedes"), std::back_inserter(versions));
    return versions;
}

} // namespace

Neighbours neighbours_of(const search::RelatedPublications& related,
                         const search::Searcher& searcher) {
    const Publication& publication = related.lookup.publication.value();
    Neighbours neighbours;
    neighbours.items = related.lookup.items;
    neighbours.alike = related.publications;
    neighbours.versions = versions_of(publication, searcher);
    const auto note_title = [&](const std::string& id) {
        if (const search::Lookup target = searcher.publication(id); target.publication)
            neighbours.titles[id] = target.publication->title;
    };
    if (!publication.parent.empty())
        note_title(publication.parent);
    for (const Relation& relation : publication.relations)
        if (relation.label.empty() && neighbours.titles.size() < named_relations)
            note_title(relation.target);
    return neighbours;
}

} // namespace praxis::http
