// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// Why a page must not reach the HTML parser, or nothing: it has more than 16 MB, 1,000,000 tags,
// or 1,000 attributes in one tag.
//
// The parser compares each attribute with all before it, so 40,000 of them take it 16 seconds;
// this look beforehand takes time linear in the page's length.
//
// Threads:  Immutable
// Source:   measured with libxml2 2.9.14
std::optional<std::string> html_excess(std::string_view html);

} // namespace praxis::corpus
