// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/publication.h"

#include <cstdint>
#include <filesystem>
#include <optional>
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
// Errors:   InvalidInput with line and column: unknown broader id, two equal ids, a cycle.
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
    Vocabulary(std::string name, std::vector<Concept> concepts);

    const std::string& name() const { return name_; }

    const std::vector<Concept>& concepts() const { return concepts_; }

    const Concept* find(std::string_view id) const;

    // The concept that a source's word means: its id, label or a synonym, compared without case,
    // blanks, hyphens and underscores.
    const Concept* match(std::string_view word) const;

    // The concept as a facet term, with its whole path.
    Term term(const Concept& meant) const;

private:
    std::string name_;
    std::vector<Concept> concepts_;
    std::vector<std::pair<std::string, std::uint32_t>> by_id_;   // sorted
    std::vector<std::pair<std::string, std::uint32_t>> by_word_; // sorted; first concept wins
};

Result<Vocabulary> load_vocabulary(const std::filesystem::path& file);

} // namespace praxis::schemas
