// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

namespace praxis::http {

// Links from a search to the same search in another order, to its other pages, and to its forms
// for keeping and passing on.
//
// Threads:  Immutable

void write_sorting(HtmlWriter& html, const SearchView& view);

void write_pager(HtmlWriter& html, const SearchView& view);

// The address of this list as it is today, which stays the same list; the list as files.
void write_share(HtmlWriter& html, const SearchView& view);

// What an export takes of a search: what decides which publications, and their order.
Parameters exported(const Parameters& parameters);

} // namespace praxis::http
