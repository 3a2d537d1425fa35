// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::http {

// The files of web/, compiled in: the program needs nothing beside itself.
//
// Threads:  Immutable
// Lifetime: static.
std::string_view style_sheet();
std::string_view page_script();
std::string_view search_box(); // for any website, and for the box of our own pages
std::string_view icon();
std::string_view robots();

} // namespace praxis::http
