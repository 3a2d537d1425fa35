// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/snapshot.h"

#include "server/search/query/query_settling.h"

#include <utility>

namespace praxis::search {

namespace {

template <typename Named>
std::optional<std::size_t> place_of(const std::vector<Named>& named, std::string_view name) {
    for (std::size_t i = 0; i < named.size(); ++i)
        if (named[i].name == name)
            return i;
    return std::nullopt;
}

} // namespace

Result<std::shared_ptr<const Snapshot>>
Snapshot::make(std::shared_ptr<const index::Generation> generation) {
    if (generation->library().fields.size() > max_text_fields)
        return failure(ErrorKind::InvalidInput,
                       "a library can have " + std::to_string(max_text_fields) + " text fields");
    std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(generation)));
    snapshot->read_publications();
    snapshot->read_labels();
    snapshot->read_dictionary();
    snapshot->read_lengths();
    return snapshot;
}

Snapshot::Snapshot(std::shared_ptr<const index::Generation> generation)
    : generation_(std::move(generation)), analyzers_(library()), query_fields_(library()) {
    for (std::size_t i = 0; i < library().fields.size(); ++i)
        if (library().fields[i].weight > 0)
            weighted_places_ |= field_place(i);
}

std::optional<std::size_t> Snapshot::field(std::string_view name) const {
    return place_of(library().fields, name);
}

std::optional<std::size_t> Snapshot::facet(std::string_view name) const {
    return place_of(library().facets, name);
}

void Snapshot::read_publications() {
    const std::uint32_t limit = text().document_limit();
    PublicationColumnsBuilder publications(limit);
    std::vector<FacetColumnBuilder> facets(library().facets.begin(), library().facets.end());
    for (std::uint32_t document = 0; document < limit; ++document) {
        if (!text().is_live(document))
            continue;
        const schemas::Publication publication = text().publication(document);
        publications.add(document, publication);
        for (FacetColumnBuilder& facet : facets)
            facet.add(document, publication);
    }
    publications_ = publications.build();
    for (const FacetColumnBuilder& facet : facets)
        facets_.push_back(facet.build(limit));
}

void Snapshot::read_labels() {
    for (const FacetColumn& facet : facets_) {
        std::vector<std::vector<analyzers::Token>>& labels = labels_.emplace_back();
        if (field(facet.facet().name) || facet.facet().shape == schemas::FacetShape::Range)
            continue;
        for (const FacetEntry& entry : facet.entries())
            labels.push_back(query_tokens(entry.label, analyzers_));
    }
}

void Snapshot::read_dictionary() {
    std::vector<std::pair<std::string, Places>> occurrences;
    for (std::size_t i = 0; i < library().fields.size(); ++i)
        text().visit_terms(library().fields[i].name, "", [&](std::string_view term) {
            occurrences.emplace_back(term, field_place(i));
            return true;
        });
    for (const auto& facet : labels_)
        for (const auto& label : facet)
            for (const analyzers::Token& token : label)
                occurrences.emplace_back(token.text, label_place);
    dictionary_ = Dictionary(std::move(occurrences), analyzers_);
}

void Snapshot::read_lengths() {
    relative_lengths_.assign(text().document_limit(), 0);
    for (const schemas::Field& field : library().fields) {
        if (field.weight <= 0)
            continue;
        const std::vector<std::uint32_t>& lengths = text().lengths(field.name);
        for (const std::uint32_t document : publications_.live)
            relative_lengths_[document] += field.weight * lengths[document];
    }
    double sum = 0;
    for (const std::uint32_t document : publications_.live)
        sum += relative_lengths_[document];
    if (sum <= 0)
        return;
    const double average = sum / static_cast<double>(publications_.live.size());
    for (const std::uint32_t document : publications_.live)
        relative_lengths_[document] /= average;
}

} // namespace praxis::search
