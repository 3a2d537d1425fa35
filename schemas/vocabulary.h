// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// A vocabulary: concepts with labels, synonyms and broader concepts, e.g. topics or places.
//
// Read from vocabulary XML (grammar: schemas/vocabulary.rng). A concept's `id` is its last slug;
// its facet value is the path of ids from the top concept.
//
// Shapes:   ids unique, no cycles; concepts in the file's order, a broader one first.
// Errors:   InvalidInput with line and column: what the grammar does not allow, two equal ids.
// Threads:  Immutable

struct Concept {
    std::string id;
    std::string label;
    std::string broader; // id, empty at the top
    std::string scope_note;
    std::vector<std::string> synonyms; // other names, retired names, acronyms
};

class Vocabulary {
public:
    Vocabulary() = default;

    // Precondition: the shapes above.
    Vocabulary(std::string name, std::vector<Concept> concepts);

    const std::string& name() const { return name_; }

    const std::vector<Concept>& concepts() const { return concepts_; }

    const Concept* find(std::string_view id) const;

    // The concept that a source's word means: its id, label or a synonym, compared as `squeezed`
    // (words.h) says; ids go before labels, labels before synonyms, earlier concepts before later
    // ones. A path ("Public safety/Fire") means its last level, if what stands in front of it
    // means concepts above that one.
    const Concept* match(std::string_view word) const;

    // The concept as a facet term, with its whole path.
    Term term(const Concept& meant) const;

private:
    const Concept* match_word(std::string_view word) const;
    const Concept* match_path(std::string_view path) const;

    std::string name_;
    std::vector<Concept> concepts_;
    std::map<std::string, std::size_t, std::less<>> by_id_;   // places in concepts_
    std::map<std::string, std::size_t, std::less<>> by_word_; // squeezed
};

// Reads vocabulary XML; `path` is what errors show.
Result<Vocabulary> parse_vocabulary(std::string_view xml, std::string_view path);

Result<Vocabulary> load_vocabulary(const std::filesystem::path& file);

} // namespace praxis::schemas
