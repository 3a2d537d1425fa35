// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

namespace praxis::http {

// What can be done when nothing was found: take a filter off, ask for fewer of the words, look at
// everything.
//
// Threads:  Immutable
void write_no_results(HtmlWriter& html, const SearchView& view);

} // namespace praxis::http
