// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/fingerprint.h"
#include "schemas/library.h"

namespace praxis::schemas {

namespace {

// Every part with its length and every list with its size, so that no two libraries look alike.
class Parts {
public:
    Parts& add(std::string_view part) {
        print_.add_part(part);
        return *this;
    }

    Parts& add(const std::string& part) { return add(std::string_view(part)); }

    Parts& add(bool part) { return add(std::string_view(part ? "true" : "false")); }

    Parts& add(const std::map<std::string, std::string>& pairs) {
        add(std::to_string(pairs.size()));
        for (const auto& [key, value] : pairs)
            add(key).add(value);
        return *this;
    }

    template <typename Part>
    Parts& add(const std::vector<Part>& list) {
        add(std::to_string(list.size()));
        for (const Part& part : list)
            add(part);
        return *this;
    }

    Parts& add(const KeyMapping& key) {
        return add(key.key).add(key.property).add(key.separator).add(key.role).add(key.levels);
    }

    Parts& add(const PathRule& rule) { return add(rule.glob).add(rule.skip).add(rule.defaults); }

    Parts& add(const SkipRule& rule) {
        return add(rule.key).add(rule.value).add(rule.only_without_text);
    }

    Parts& add(const NameLookup& lookup) {
        return add(lookup.property).add(lookup.folder).add(lookup.key);
    }

    Parts& add(const IgnoredValue& value) { return add(value.property).add(value.value); }

    Parts& add(const Source& source) {
        return add(source.name).add(source.rules).add(source.defaults).add(source.keys);
    }

    Parts& add(const Concept& meant) {
        return add(meant.id).add(meant.label).add(meant.broader).add(meant.synonyms);
    }

    // What an entry's dates are does not change how a source is read.
    Parts& add(const AuthorityEntry& entry) {
        add(entry.id).add(entry.kind == AuthorityKind::Person).add(entry.part_of).add(entry.into);
        add(std::to_string(entry.names.size()));
        for (const AuthorityName& name : entry.names)
            add(name.text);
        return *this;
    }

    std::uint64_t value() const { return print_.value(); }

private:
    Fingerprint print_;
};

} // namespace

std::uint64_t Library::analysis_fingerprint() const {
    Parts parts;
    parts.add(std::to_string(fields.size()));
    for (const Field& field : fields)
        parts.add(field.name).add(field.property).add(field.analyzer == FieldAnalyzer::Name);
    return parts.value();
}

std::uint64_t Library::reading_fingerprint() const {
    Parts parts;
    parts.add(languages.empty() ? std::string() : languages.front());
    parts.add(keys).add(rules).add(skips).add(ignored).add(lookups).add(sources);
    for (const Facet& facet : facets)
        if (facet.closed || !facet.words.empty())
            parts.add(facet.property).add(facet.closed).add(facet.labels).add(facet.words);
    for (const auto& [property, vocabulary] : vocabularies)
        if (!unmatched.contains(property))
            parts.add(property).add(vocabulary.concepts());
    parts.add(authority.entries());
    return parts.value();
}

} // namespace praxis::schemas
