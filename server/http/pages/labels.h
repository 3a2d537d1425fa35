// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "schemas/library.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::http {

// Words for people.
//
// Threads:  Immutable

// 8512 → "8,512"
std::string shown_number(std::uint64_t number);

// "1 publication", "42 publications"
std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural);

// A query inside a sentence: “fire merger”; what is a phrase already stays: "fire merger".
std::string quoted_query(std::string_view query);

// "May 2, 2016", "May 2016" or "2016"
std::string shown_date(const Date& date);

// What the library calls a value of a facet; else the last level of the slug as words:
// "public-safety/case-study" → "Case study".
std::string
value_label(const schemas::Library& library, std::string_view facet, std::string_view value);

// "superseded-by" → "Superseded by"
std::string slug_as_words(std::string_view slug);

} // namespace praxis::http
