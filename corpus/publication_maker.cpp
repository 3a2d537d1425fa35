// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/publication_maker.h"

#include "base/utf8.h"
#include "corpus/dating.h"
#include "corpus/identity.h"
#include "corpus/language_code.h"
#include "corpus/slug.h"
#include "corpus/titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

using schemas::Publication;

std::string_view text_of(const MappedRecord& record, std::string_view property) {
    const MappedValue* value = record.first(property);
    return value == nullptr ? std::string_view() : std::string_view(value->value);
}

// The lens of a kind that stands for one of the two.
std::string_view lens_of(std::string_view kind) {
    constexpr std::array practice = {
        "case-study", "leading-practice", "award", "question", "conference-session", "webinar"};
    if (kind == "research-report")
        return "research";
    return std::find(practice.begin(), practice.end(), kind) != practice.end() ? "practice" : "";
}

// Only web addresses: anything else could not be followed, or should not be.
std::string url_of(const MappedRecord& record) {
    for (const MappedValue& value : record.all("url")) {
        const std::string lower = to_lower_ascii(value.value.substr(0, 8));
        if (lower.starts_with("http://") || lower.starts_with("https://"))
            return value.value;
    }
    return {};
}

// The role that an organization's key gives it: "publisher", "dc.publisher".
std::string role_of(const MappedValue& value) {
    if (!value.qualifier.empty())
        return slug(value.qualifier);
    const std::string word = value.key.substr(value.key.find_last_of(".:") + 1);
    constexpr std::array roles = {"publisher", "source", "partner", "sponsor", "host", "author"};
    const auto* found = std::find(roles.begin(), roles.end(), word);
    return found == roles.end() ? std::string() : std::string(*found);
}

std::vector<schemas::Organization> organizations_of(const MappedRecord& record,
                                                    const TermMaker& terms) {
    std::vector<schemas::Organization> organizations;
    for (const MappedValue& value : record.all("organization")) {
        schemas::Organization organization{terms.term("organization", value), role_of(value)};
        const bool known = std::any_of(
            organizations.begin(), organizations.end(), [&](const schemas::Organization& other) {
                return other.term.value == organization.term.value &&
                       (other.role == organization.role || organization.role.empty());
            });
        if (!known)
            organizations.push_back(std::move(organization));
    }
    return organizations;
}

std::vector<schemas::Relation> relations_of(const MappedRecord& record) {
    std::vector<schemas::Relation> relations;
    for (const MappedValue& value : record.all("relation")) {
        schemas::Relation relation{value.qualifier.empty() ? "related" : slug(value.qualifier),
                                   value.value,
                                   value.path.empty() ? std::string() : value.path.front()};
        if (std::find(relations.begin(), relations.end(), relation) == relations.end())
            relations.push_back(std::move(relation));
    }
    return relations;
}

void add_terms(Publication& publication, const MappedRecord& record, const TermMaker& terms) {
    publication.authors = terms.authors(record);
    publication.organizations = organizations_of(record, terms);
    for (schemas::Term& term : terms.terms(record, "topic"))
        publication.topics.push_back({std::move(term), schemas::TopicOrigin::Editor, 1, {}});
    publication.keywords = terms.terms(record, "keyword");
    publication.places = terms.terms(record, "place");
    publication.audiences = terms.terms(record, "audience");
    if (const MappedValue* series = record.first("series"))
        publication.series = terms.term("series", *series);
    publication.relations = relations_of(record);
    const auto members = member_properties();
    for (const auto& [property, values] : record.properties())
        if (std::find(members.begin(), members.end(), property) == members.end())
            publication.attributes[property] = terms.terms(record, property);
}

std::string kind_of(const MappedRecord& record,
                    const Record& read,
                    std::string_view by_default,
                    const schemas::Library& library) {
    const MappedValue* own = record.first("kind");
    const auto vocabulary = library.vocabularies.find("kind");
    if (own != nullptr && !own->key.empty()) {
        if (vocabulary == library.vocabularies.end())
            return slug(own->value);
        if (const schemas::Concept* meant = vocabulary->second.match(own->value))
            return meant->id;
    }
    if (!read.kind_hint.empty())
        return read.kind_hint;
    return by_default.empty() ? "article" : slug(by_default);
}

void add_words(Publication& publication, const MappedRecord& record) {
    publication.summary = plain_line(text_of(record, "summary"));
    publication.licence = collapse_whitespace(text_of(record, "licence"));
    publication.url = url_of(record);
    publication.language = language_code(text_of(record, "language"));
    publication.lens = to_lower_ascii(text_of(record, "lens"));
    if (publication.lens.empty())
        publication.lens = lens_of(publication.kind);
    for (const MappedValue& alias : record.all("alias"))
        if (std::find(publication.aliases.begin(), publication.aliases.end(), alias.value) ==
            publication.aliases.end())
            publication.aliases.push_back(alias.value);
}

void add_dates(Made& made, Publication& publication, const MappedRecord& record) {
    Dating dating = date_publication(record, publication, publication.provenance.path);
    publication.date = dating.date;
    publication.updated = dating.updated;
    publication.period = dating.period;
    for (Diagnostic& diagnostic : dating.diagnostics)
        made.diagnostics.push_back(std::move(diagnostic));
}

// What an item lacks and its container has.
void inherit(Publication& item, const Publication& container) {
    item.parent = container.id;
    const bool has_own_date = item.date && item.date->origin == schemas::DateOrigin::Field;
    if (!has_own_date && container.date)
        item.date = {container.date->date, schemas::DateOrigin::Parent};
    if (item.organizations.empty())
        item.organizations = container.organizations;
    if (!item.series)
        item.series = container.series;
    if (item.licence.empty())
        item.licence = container.licence;
    if (item.language.empty())
        item.language = container.language;
}

const KeyValue* skipping_value(const Record& record, const schemas::Library& library) {
    for (const KeyValue& entry : record.values)
        for (const schemas::SkipRule& rule : library.skips)
            if (entry.key == rule.key && to_lower_ascii(entry.value) == to_lower_ascii(rule.value))
                return &entry;
    return nullptr;
}

Diagnostic note(const SourceFile& file, int line, std::string text) {
    return {Severity::Note, file.path, line, 0, std::move(text)};
}

// A title of our own making, and a Note that says so unless it is the publication's first heading.
void add_title(Made& made, Publication& publication, const SourceFile& file, int line) {
    FoundTitle found = find_title(publication.passages, file.path);
    publication.title = std::move(found.text);
    if (found.origin == FoundTitle::Origin::Heading)
        return;
    const bool of_text = found.origin == FoundTitle::Origin::Opening;
    made.diagnostics.push_back(note(file,
                                    line,
                                    fmt::format("it has no title; \"{}\" was made of its {}",
                                                publication.title,
                                                of_text ? "first words" : "file name")));
}

} // namespace

PublicationMaker::PublicationMaker(const schemas::Library& library,
                                   const schemas::Source& source,
                                   NameOf names)
    : library_(library), source_(source), keys_(library, source), rules_(library, source),
      terms_(library, std::move(names)) {}

Made PublicationMaker::make(const Record& record,
                            const SourceFile& file,
                            std::string_view format,
                            const Publication* container) const {
    Made made;
    if (const KeyValue* why = skipping_value(record, library_)) {
        made.diagnostics.push_back(
            note(file, why->line, fmt::format("left out: \"{}: {}\"", why->key, why->value)));
        return made;
    }
    const MappedRecord mapped(record, keys_, rules_, file.path);
    Publication publication;
    publication.title = plain_line(text_of(mapped, "title"));
    if (publication.title.empty() && record.passages.empty()) {
        made.diagnostics.push_back(
            note(file, record.line, "left out: it has neither a title nor a text"));
        return made;
    }
    publication.id = id_of({source_.name, file.path, record.anchor, record.source_id});
    publication.provenance = {
        source_.name, record.source_id, file.path, record.anchor, std::string(format)};
    publication.passages = record.passages;
    if (publication.title.empty())
        add_title(made, publication, file, record.line);
    drop_repeated_title(publication.passages, publication.title);
    publication.kind = kind_of(mapped, record, rules_.default_of(file.path, "kind"), library_);
    add_words(publication, mapped);
    add_terms(publication, mapped, terms_);
    add_dates(made, publication, mapped);
    if (container != nullptr)
        inherit(publication, *container);
    if (publication.language.empty() && !library_.languages.empty())
        publication.language = library_.languages.front();
    made.publication = std::move(publication);
    return made;
}

} // namespace praxis::corpus
