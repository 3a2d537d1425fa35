// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/sets/document_set.h"

#include <cstddef>
#include <vector>

namespace praxis::search {

// The algebra of sets of documents.
//
// Two bitmaps meet word by word; a list meets a bitmap bit by bit; two lists gallop through each
// other. So an intersection costs what its smallest member costs.
//
// Shapes:   all sets have the same limit.
// Threads:  Immutable

DocumentSet intersection(const DocumentSet& left, const DocumentSet& right);

// Precondition: there is at least one. The smallest ones meet first.
DocumentSet intersection(std::vector<DocumentSet> sets);

DocumentSet difference(const DocumentSet& left, const DocumentSet& right);

DocumentSet complement(const DocumentSet& set);

// How many are in both.
std::size_t common_count(const DocumentSet& left, const DocumentSet& right);

DocumentSet union_of(const std::vector<DocumentSet>& sets, std::uint32_t limit);

// The documents that are in at least `needed` of the sets; with `needed` 0, all.
DocumentSet at_least(std::size_t needed, const std::vector<DocumentSet>& sets, std::uint32_t limit);

} // namespace praxis::search
