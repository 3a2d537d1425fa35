// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace praxis::schemas {

// Whether a relative path, '/' between its levels, matches a glob.
//
// In a level, '*' is any run of characters and '?' is one. A level that is "**" stands for any
// number of levels, none included: "**/news/**" matches "news/a.md" and "a/News/2016/b.md".
// ASCII letters match without case, because folders are named Newsletters and newsletters.
//
// Units:    characters are code points.
// Threads:  Immutable
bool matches_glob(std::string_view glob, std::string_view path);

// The same for a value instead of a path: '/' is a character like any other.
bool matches_wildcards(std::string_view pattern, std::string_view value);

} // namespace praxis::schemas
