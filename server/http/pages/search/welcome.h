// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/pages/html_writer.h"
#include "server/http/pages/search/search_page.h"

#include <string>

namespace praxis::http {

// What the start page says before anything was asked.
//
// Threads:  Immutable

// "136 publications from 1994 to 2026."
std::string welcome_sentence(const SearchView& view);

// The library's name and that sentence.
void write_welcome(HtmlWriter& html, const SearchView& view);

// The largest topics and the kinds, as first steps into the library.
void write_beginnings(HtmlWriter& html, const SearchView& view);

} // namespace praxis::http
