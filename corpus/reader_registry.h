// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What becomes of a file.
enum class Treatment {
    Read,   // by `reader`
    Ignore, // no publication: images, styles, data; only counted
    Reject, // a publication in a format that is not read: an Error with `reason`
};

struct Choice {
    Treatment treatment = Treatment::Ignore;
    const Reader* reader = nullptr; // lives as long as the registry
    std::string reason;
    std::string companion; // the extension of a file of the same name that is read along
};

// Knows every format and which reader a file needs.
//
// By extension first; where one extension serves several formats (.xml, .html, .json), by the
// first kilobytes. A new format is a reader and one row in formats/format_table.cpp.
//
// Threads:  Immutable
class ReaderRegistry {
public:
    ReaderRegistry();

    Choice choose(const SourceFile& source) const;

private:
    std::vector<std::unique_ptr<Reader>> readers_; // one for each row of the table
};

} // namespace praxis::corpus
