// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/pages/html_writer.h"

#include <functional>
#include <string>
#include <string_view>

namespace praxis::http {

// What every page has around its content: head, skip link, the library's name, a search box.
//
// Ids of our own begin with "praxis-", because anchors of publications are ids too.
//
// Threads:  Immutable

struct PageFrame {
    const schemas::Library& library;
    std::string title;        // without the library's name
    std::string query;        // in the search box
    std::string data_address; // the same as JSON; empty: none
    bool indexed = true;      // whether crawlers may list it
};

// Writes the hidden fields of the search form, after the box.
using Writer = std::function<void(HtmlWriter&)>;

std::string write_page(const PageFrame& frame, const Writer& hidden_fields, const Writer& content);

} // namespace praxis::http
