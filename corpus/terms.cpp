// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/terms.h"

#include "corpus/author_names.h"
#include "corpus/slug.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace praxis::corpus {

namespace {

schemas::Term plain_term(std::string label) {
    std::string value = slug(label);
    return {std::move(value), {std::move(label)}};
}

schemas::Term path_term(const std::vector<std::string>& levels) {
    schemas::Term term;
    for (const std::string& level : levels) {
        term.value += (term.value.empty() ? "" : "/") + slug(level);
        term.labels.push_back(level);
    }
    return term;
}

bool is_for_people(const MappedValue& value) {
    return value.path.empty() &&
           value.value.find_first_of(" ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
}

} // namespace

TermMaker::TermMaker(const schemas::Library& library, NameOf names)
    : library_(library), names_(std::move(names)) {}

// Whoever the word means today; with its wholes above it where the facet has levels.
std::optional<schemas::Term> TermMaker::body(const schemas::Property& property,
                                             const std::string& word) const {
    if (property != "organization" && property != "author")
        return std::nullopt;
    const schemas::AuthorityEntry* meant =
        library_.authority.match(property == "author" ? schemas::AuthorityKind::Person
                                                      : schemas::AuthorityKind::Organization,
                                 word);
    if (meant == nullptr)
        return std::nullopt;
    const schemas::Facet* facet = library_.facet_of(property);
    if (facet != nullptr && facet->shape == schemas::FacetShape::Hierarchical)
        return library_.authority.term(*meant);
    return schemas::Term{meant->id, {meant->label()}};
}

std::optional<schemas::Term> TermMaker::known_term(const schemas::Property& property,
                                                   const std::string& word) const {
    if (auto meant = body(property, word))
        return meant;
    const auto vocabulary = library_.vocabularies.find(property);
    if (vocabulary != library_.vocabularies.end() && !library_.unmatched.contains(property))
        if (const schemas::Concept* meant = vocabulary->second.match(word))
            return vocabulary->second.term(*meant);
    const schemas::Facet* facet = library_.facet_of(property);
    if (facet == nullptr)
        return std::nullopt;
    const auto value = facet->value_of(word);
    if (!value || value->find('/') != std::string::npos)
        return std::nullopt;
    const auto declared = facet->labels.find(*value);
    return schemas::Term{*value, {declared == facet->labels.end() ? word : declared->second}};
}

std::string
TermMaker::label(const schemas::Property& property, std::string_view word, bool written) const {
    if (names_)
        if (auto name = names_(property, word))
            return std::move(*name);
    if (property == "author")
        return readable_name(word);
    return written ? std::string(word) : readable_words(word);
}

schemas::Term
TermMaker::term(const schemas::Property& property, const MappedValue& value, bool written) const {
    const std::string word =
        value.path.empty() ? value.value : fmt::format("{}", fmt::join(value.path, "/"));
    if (auto known = known_term(property, word))
        return std::move(*known);
    if (!value.path.empty())
        return path_term(value.path);
    if (auto known = known_term(property, label(property, word, false)))
        return std::move(*known);
    return plain_term(label(property, word, written));
}

std::vector<schemas::Term> TermMaker::terms(const MappedRecord& record,
                                            const schemas::Property& property) const {
    const std::vector<MappedValue>& values = record.all(property);
    const bool written =
        property == "keyword" && std::any_of(values.begin(), values.end(), is_for_people);
    std::vector<schemas::Term> terms;
    for (const MappedValue& value : values) {
        schemas::Term made = term(property, value, written);
        const bool is_new =
            std::none_of(terms.begin(), terms.end(), [&](const schemas::Term& other) {
                return other.value == made.value;
            });
        if (is_new)
            terms.push_back(std::move(made));
    }
    return terms;
}

} // namespace praxis::corpus
