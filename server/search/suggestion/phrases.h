// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/dictionary.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace praxis::search {

// All text of a library in one row, titles first, and the document of each word.
//
// Shapes:   as many documents as forms; `end_of_text` between two texts.
struct RunningText {
    static constexpr Form end_of_text = std::numeric_limits<Form>::max();

    std::vector<Form> forms;
    std::vector<std::uint32_t> documents;
    std::size_t end_of_titles = 0;
};

// Words that stand side by side again and again.
struct FrequentPhrase {
    std::size_t begin = 0; // where it stands first in the running text
    std::size_t words = 1;
    std::uint32_t documents = 0;
    std::uint32_t titles = 0; // documents that have it in their title
};

// The phrases of at most `max_words` words that stand in at least `min_documents` documents.
//
// Found length by length: a phrase is frequent only if both its beginning and its end are. One
// that a phrase one word longer all but explains (four fifths of its documents) is left out, and so
// are those that begin or end with a word that `may_end` refuses.
//
// Threads:  Immutable
std::vector<FrequentPhrase> frequent_phrases(const RunningText& text,
                                             const std::vector<bool>& may_end, // by form
                                             std::uint32_t min_documents,
                                             std::size_t max_words);

} // namespace praxis::search
