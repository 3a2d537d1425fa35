// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/publication_maker.h"

#include "base/utf8.h"
#include "schemas/glob.h"
#include "schemas/property.h"
#include "corpus/dating.h"
#include "corpus/identity.h"
#include "corpus/language_code.h"
#include "corpus/phrases.h"
#include "corpus/slug.h"
#include "corpus/titles.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::Publication;

std::string_view text_of(const MappedRecord& record, std::string_view property) {
    const MappedValue* value = record.first(property);
    return value == nullptr ? std::string_view() : std::string_view(value->value);
}

// The lens of a kind that stands for one of the two.
std::string_view lens_of(std::string_view kind) {
    if (kind == "research-report")
        return "research";
    return is_listed(kind, "case-study|leading-practice|award|question|conference-session|webinar")
               ? "practice"
               : "";
}

std::vector<schemas::Organization> organizations_of(const MappedRecord& record,
                                                    const TermMaker& terms) {
    std::vector<schemas::Organization> organizations;
    for (const MappedValue& value : record.all("organization")) {
        schemas::Organization organization{terms.term("organization", value), value.role};
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
        const schemas::Relation relation{value.role.empty() ? "related" : slug(value.role),
                                         value.value,
                                         value.path.empty() ? std::string() : value.path.back()};
        if (std::find(relations.begin(), relations.end(), relation) == relations.end())
            relations.push_back(relation);
    }
    return relations;
}

bool is_attribute(const schemas::Property& property) {
    return property == "expires" || schemas::find_property(property) == nullptr;
}

void add_terms(Publication& publication, const MappedRecord& record, const TermMaker& terms) {
    publication.authors = terms.terms(record, "author");
    publication.organizations = organizations_of(record, terms);
    for (schemas::Term& term : terms.terms(record, "topic"))
        publication.topics.push_back({std::move(term), schemas::TopicOrigin::Editor, 1, {}});
    publication.keywords = terms.terms(record, "keyword");
    publication.places = terms.terms(record, "place");
    publication.audiences = terms.terms(record, "audience");
    if (const MappedValue* series = record.first("series"))
        publication.series = terms.term("series", *series);
    publication.relations = relations_of(record);
    for (const auto& [property, values] : record.properties())
        if (is_attribute(property))
            publication.attributes[property] = terms.terms(record, property);
}

// The value that a word means in the library's facet of the property, if it declares one.
std::optional<std::string>
declared_value(const schemas::Library& library, std::string_view property, std::string_view word) {
    const schemas::Facet* facet = library.facet_of(property);
    return facet == nullptr ? std::nullopt : facet->value_of(word);
}

std::string
kind_of(const MappedRecord& record, const Record& read, const schemas::Library& library) {
    const MappedValue* value = record.first("kind");
    const bool is_own = value != nullptr && !value->key.empty();
    if (!is_own && !read.kind_hint.empty())
        return read.kind_hint;
    if (value == nullptr)
        return "article";
    return declared_value(library, "kind", value->value).value_or(slug(value->value));
}

std::string language_of(const MappedRecord& record, const schemas::Library& library) {
    const std::string_view word = text_of(record, "language");
    if (word.empty())
        return {};
    return declared_value(library, "language", word).value_or(language_code(word));
}

void add_words(Publication& publication,
               const MappedRecord& record,
               const schemas::Library& library) {
    publication.summary = plain_line(text_of(record, "summary"));
    publication.licence = collapse_whitespace(text_of(record, "licence"));
    publication.url = text_of(record, "url");
    publication.language = language_of(record, library);
    const std::string_view lens = text_of(record, "lens");
    publication.lens = lens.empty() ? lens_of(publication.kind)
                                    : declared_value(library, "lens", lens).value_or(slug(lens));
    if (const std::string_view parent = text_of(record, "parent"); !parent.empty())
        publication.parent = id_of({"", "", "", parent});
}

// Takes from the container what the item does not say itself; a default of path or source is
// nobody's word, so the container's goes before it.
class Inheritance {
public:
    Inheritance(Publication& item, const MappedRecord& record, const Publication& container)
        : item_(item), record_(record), container_(container) {}

    void take() {
        item_.parent = container_.id;
        const bool has_own_date = item_.date && item_.date->origin == schemas::DateOrigin::Field;
        if (!has_own_date && container_.date)
            item_.date = {container_.date->date, schemas::DateOrigin::Parent};
        take("organization", &Publication::organizations);
        take("audience", &Publication::audiences);
        take("licence", &Publication::licence);
        take("language", &Publication::language);
        if (!is_said("series") && container_.series)
            item_.series = container_.series;
    }

private:
    bool is_said(std::string_view property) const {
        const MappedValue* value = record_.first(property);
        return value != nullptr && !value->key.empty();
    }

    template <typename Value>
    void take(std::string_view property, Value Publication::*member) {
        if (!is_said(property) && !(container_.*member).empty())
            item_.*member = container_.*member;
    }

    Publication& item_;
    const MappedRecord& record_;
    const Publication& container_;
};

// Why a record is left out on purpose, with the line of the reason; nothing if it is not.
std::optional<Diagnostic>
reason_to_skip(const Record& record, const SourceFile& file, const schemas::Library& library) {
    for (const KeyValue& entry : record.values)
        for (const schemas::SkipRule& rule : library.skips)
            if (entry.key == rule.key && schemas::matches_wildcards(rule.value, entry.value) &&
                (!rule.only_without_text || record.passages.empty()))
                return Diagnostic{Severity::Note,
                                  file.path,
                                  entry.line,
                                  0,
                                  fmt::format("left out: \"{}: {}\"", entry.key, entry.value)};
    return std::nullopt;
}

Diagnostic note(const SourceFile& file, int line, std::string text) {
    return {Severity::Note, file.path, line, 0, std::move(text)};
}

// A title of our own making, and a Note that says so unless it is the publication's own heading.
void add_title(Made& made, Publication& publication, const SourceFile& file, int line) {
    FoundTitle found =
        find_title(publication.passages, file.path, publication.provenance.anchor.empty());
    publication.title = std::move(found.text);
    if (found.origin == FoundTitle::Origin::Heading)
        return;
    const bool of_text = found.origin == FoundTitle::Origin::Opening;
    if (of_text)
        publication.title_origin = schemas::TitleOrigin::Text;
    made.diagnostics.push_back(note(file,
                                    line,
                                    fmt::format("it has no title; \"{}\" was made of its {}",
                                                publication.title,
                                                of_text ? "first words" : "file name")));
}

void add_dates(Made& made, Publication& publication, const MappedRecord& record) {
    const Dating dating = date_publication(record, publication, publication.provenance.path);
    publication.date = dating.date;
    publication.updated = dating.updated;
    publication.period = dating.period;
    for (Diagnostic& diagnostic : misread_dates(record, publication.provenance.path))
        made.diagnostics.push_back(std::move(diagnostic));
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
    if (auto reason = reason_to_skip(record, file, library_)) {
        made.diagnostics.push_back(std::move(*reason));
        return made;
    }
    const MappedRecord mapped(record, keys_, rules_, file.path);
    Publication publication;
    publication.title = plain_line(text_of(mapped, "title"));
    // A file that is dated is somebody's page, even if a template gives it its text.
    const bool is_page = record.anchor.empty() && !text_of(mapped, "date").empty();
    if (publication.title.empty() && record.passages.empty() && !is_page) {
        made.diagnostics.push_back(
            note(file, record.line, "left out: it has neither a title nor a text"));
        return made;
    }
    publication.provenance = {source_.name,
                              record.source_id.empty() ? std::string(text_of(mapped, "id"))
                                                       : record.source_id,
                              file.path,
                              record.anchor,
                              std::string(format)};
    publication.id =
        id_of({source_.name, file.path, record.anchor, publication.provenance.source_id});
    publication.passages = record.passages;
    if (publication.title.empty())
        add_title(made, publication, file, record.line);
    drop_repeated_title(publication.passages, publication.title);
    publication.kind = kind_of(mapped, record, library_);
    add_words(publication, mapped, library_);
    add_terms(publication, mapped, terms_);
    add_dates(made, publication, mapped);
    if (container != nullptr)
        Inheritance(publication, mapped, *container).take();
    if (publication.language.empty() && !library_.languages.empty())
        publication.language = library_.languages.front();
    made.publication = std::move(publication);
    return made;
}

} // namespace praxis::corpus
