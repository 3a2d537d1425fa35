// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace praxis::http {

// The addresses of this server's own things.
//
// Shapes:   percent-encoded, so that an id or a label can neither end an attribute nor a header.
// Threads:  Immutable

// "/publications/news/2016-05%23fire", behind `base_url` if the library has one.
std::string publication_address(std::string_view base_url, std::string_view id);

// "/v1/publications/news/2016-05%23fire"
std::string publication_data_address(std::string_view id);

// "#anchor", or nothing for an empty anchor.
std::string fragment(std::string_view anchor);

// Whether a link of a source may be shown as one: http, https or mailto.
bool is_safe_link(std::string_view url);

} // namespace praxis::http
