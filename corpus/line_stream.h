// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace praxis::corpus {

// The lines of a file of any size, one at a time.
//
// Shapes:   a line longer than the limit is passed over and comes empty with `too_long` set.
// Units:    `number` from 1; the limit in bytes.
// Threads:  Thread-compatible
class LineStream {
public:
    struct Line {
        std::string text; // without its line end
        int number = 0;
        bool too_long = false;
    };

    LineStream(const std::filesystem::path& file, std::size_t longest);

    // Whether the file could be opened and read so far.
    bool is_good() const { return !in_.bad() && opened_; }

    bool next(Line& line);

private:
    bool fill();

    std::ifstream in_;
    bool opened_ = false;
    std::size_t longest_;
    std::string buffer_;
    std::size_t at_ = 0;
    int number_ = 0;
};

} // namespace praxis::corpus
