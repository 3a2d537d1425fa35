// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/library.h"

#include <algorithm>

namespace praxis::schemas {

namespace {

using Texts = std::vector<std::string_view>;

void add(Texts& texts, std::string_view text) {
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(text);
}

void add(Texts& texts, const Term& term) {
    for (const std::string& label : term.labels)
        add(texts, label);
}

void add(Texts& texts, const Topic& topic) {
    add(texts, topic.term);
}

void add(Texts& texts, const Organization& organization) {
    add(texts, organization.term);
}

template <typename Value>
void add(Texts& texts, const std::vector<Value>& values) {
    for (const Value& value : values)
        add(texts, value);
}

Texts passage_texts(const Publication& publication, std::string Passage::*part) {
    Texts texts;
    for (const Passage& passage : publication.passages)
        texts.push_back(passage.*part);
    return texts;
}

void add_property(Texts& texts, const Publication& publication, const Property& property) {
    if (property == "title") {
        if (publication.title_origin == TitleOrigin::Source)
            add(texts, publication.title);
    } else if (property == "summary")
        add(texts, publication.summary);
    else if (property == "kind")
        add(texts, publication.kind);
    else if (property == "topic")
        add(texts, publication.topics);
    else if (property == "keyword")
        add(texts, publication.keywords);
    else if (property == "organization")
        add(texts, publication.organizations);
    else if (property == "place")
        add(texts, publication.places);
    else if (property == "audience")
        add(texts, publication.audiences);
    else if (property == "author")
        add(texts, publication.authors);
    else if (property == "series" && publication.series)
        add(texts, *publication.series);
    else if (property == "language")
        add(texts, publication.language);
    else if (property == "lens")
        add(texts, publication.lens);
    else if (property == "source")
        add(texts, publication.provenance.source);
    else if (property == "licence")
        add(texts, publication.licence);
    else if (const auto found = publication.attributes.find(property);
             found != publication.attributes.end())
        add(texts, found->second);
}

} // namespace

std::vector<std::string_view> field_texts(const Publication& publication, const Field& field) {
    if (field.property == "body")
        return passage_texts(publication, &Passage::text);
    if (field.property == "heading")
        return passage_texts(publication, &Passage::heading);
    Texts texts;
    add_property(texts, publication, field.property);
    return texts;
}

} // namespace praxis::schemas
