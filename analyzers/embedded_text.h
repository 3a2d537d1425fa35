// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

namespace praxis::analyzers {

// A file of analyzers/data as it was when the program was built, by its path below analyzers/;
// empty for a name that is not embedded (analyzers/CMakeLists.txt lists them).
//
// Threads:  Immutable
std::string_view embedded_text(std::string_view name);

// Its lines without comments ("# ..." to the end of the line), trimmed, none empty.
std::vector<std::string_view> data_lines(std::string_view name);

// The words of a line: what stands between blanks.
std::vector<std::string_view> words_of(std::string_view line);

} // namespace praxis::analyzers
