// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/posting_lists.h"
#include "server/search/columns/text_fields.h"
#include "server/search/evaluation/deadline.h"
#include "server/search/evaluation/lattice.h"
#include "server/search/layer.h"
#include "server/search/sets/document_set.h"

#include <cstdint>
#include <vector>

namespace praxis::search {

// The posting lists in which the forms of a word stand.
//
// Threads:  Immutable
// Lifetime: the layer must outlive them.

// Where a word is looked for: in all fields that have a weight, or in one that has none.
struct TextScope {
    FieldBits fields = 0;
    bool weighted = true;
};

struct FormList {
    index::PostingList list;
    FieldBits fields = 0; // only there does it count
    std::uint8_t edits = 0;
    Form form = 0; // of one form; nothing where the list stands for all of an edge's
};

// A list for each form, or two where fields of names and of text differ about it.
std::vector<FormList>
lists_of_forms(const FormSet& forms, const TextScope& scope, const Layer& layer);

// The one list for all the edge's forms if the image has it, else those of the forms.
std::vector<FormList>
lists_of_edge(const LatticeEdge& edge, const TextScope& scope, const Layer& layer);

// The documents of all the lists in which a posting stands in one of `fields`.
DocumentSet documents_of(const std::vector<FormList>& lists,
                         FieldBits fields,
                         const Layer& layer,
                         const Deadline& deadline);

// What the lists come to in one document: of those with the fewest edits, how often.
struct Tally {
    std::uint32_t document = 0;
    std::uint32_t edits = 0;
    std::uint32_t frequency = 0; // weighted; at most 65,535
};

// Of every document of the lists, ascending.
std::vector<Tally>
tally(const std::vector<FormList>& lists, const Layer& layer, const Deadline& deadline);

} // namespace praxis::search
