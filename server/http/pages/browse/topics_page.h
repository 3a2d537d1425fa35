// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/search/search_answer.h"

#include <string>

namespace praxis::http {

// The page at /topics: the library's topics as a picture and as a tree, with counts.
//
// `topics`: the whole tree, each value with those below it.
//
// Threads:  Immutable
std::string topics_page(const schemas::Library& library, const search::FacetCounts& topics);

} // namespace praxis::http
