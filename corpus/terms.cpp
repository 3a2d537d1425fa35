// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/terms.h"

#include "corpus/author_names.h"
#include "corpus/slug.h"

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
        if (!term.value.empty())
            term.value.push_back('/');
        term.value += slug(level);
        term.labels.push_back(level);
    }
    return term;
}

} // namespace

TermMaker::TermMaker(const schemas::Library& library, NameOf names)
    : library_(library), names_(std::move(names)) {}

std::string TermMaker::label(const schemas::Property& property, std::string_view word) const {
    if (names_)
        if (auto name = names_(property, word))
            return std::move(*name);
    return property == "author" ? readable_name(word) : readable_words(word);
}

schemas::Term TermMaker::term(const schemas::Property& property, const MappedValue& value) const {
    const auto found = library_.vocabularies.find(property);
    const std::string& word = value.path.empty() ? value.value : value.path.back();
    if (found != library_.vocabularies.end())
        if (const schemas::Concept* meant = found->second.match(word))
            return found->second.term(*meant);
    return value.path.empty() ? plain_term(label(property, word)) : path_term(value.path);
}

std::vector<schemas::Term> TermMaker::terms(const MappedRecord& record,
                                            const schemas::Property& property) const {
    std::vector<schemas::Term> terms;
    for (const MappedValue& value : record.all(property))
        add_once(terms, term(property, value));
    return terms;
}

std::vector<schemas::Term> TermMaker::authors(const MappedRecord& record) const {
    std::vector<schemas::Term> terms;
    const std::vector<MappedValue>& values = record.all("author");
    for (const MappedValue& value : values) {
        if (value.rank != values.front().rank && !terms.empty())
            break;
        for (const std::string& name : names_of(value.value))
            add_once(terms, plain_term(label("author", name)));
    }
    return terms;
}

void add_once(std::vector<schemas::Term>& terms, schemas::Term term) {
    const bool known = std::any_of(terms.begin(), terms.end(), [&](const schemas::Term& other) {
        return other.value == term.value;
    });
    if (!known)
        terms.push_back(std::move(term));
}

} // namespace praxis::corpus
