// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "server/http/pages/html_writer.h"

#include <functional>
#include <string>
#include <string_view>

namespace praxis::http {

// What every page has around its content: head, skip link, the library's name, a search box,
// the ways to the other pages.
//
// Ids of our own begin with "praxis-", because anchors of publications are ids too.
//
// Threads:  Immutable

using Writer = std::function<void(HtmlWriter&)>;

struct PageFrame {
    const schemas::Library& library;
    std::string title;          // without the library's name; empty: the library's name alone
    std::string query{};        // in the search box
    std::string data_address{}; // the same as JSON; empty: none
    bool indexed = true;        // whether crawlers may list it
    std::string address{};      // this page's own, without the library's base; empty: not canonical
    std::string description{};  // in a sentence, for those who find it by another search engine
    std::string section{};      // the address of the navigation's entry that the page belongs to
    Writer head{};              // further elements of the head
    Writer hidden_fields{};     // of the search form, after the box
    Writer welcome{};           // makes the form the page's beginning: what stands above it
};

std::string write_page(const PageFrame& frame, const Writer& content);

} // namespace praxis::http
