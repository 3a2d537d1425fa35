// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::bench {

// A publication of an invented library, as every engine that is compared indexes it.
//
// Shapes:   text is title and body with `seam` between them, so that no phrase reaches across;
//           values: (facet, value) in the order of small_facets and further_facets; of a topic also
//           the level above it.
// Threads:  Thread-compatible
struct Line {
    std::string id;
    std::string title;
    std::string body;
    std::string text;
    std::vector<std::pair<std::string, std::string>> values;
};

inline constexpr std::string_view seam = "0seam0";

// The five small facets; and those that the default library lists beside them, but for the one
// that has the same value everywhere ("source").
const std::vector<std::string>& small_facets();
const std::vector<std::string>& further_facets();

// Reads the lines of one JSON Lines file, or of all of a folder in the order of their names.
//
// Errors:   throws std::runtime_error: a file cannot be read, a line is no publication.
// Threads:  Thread-safe
class Lines {
public:
    explicit Lines(const std::filesystem::path& path);
    ~Lines();

    // The next line, parsed; false at the end.
    bool next(Line& line);

private:
    struct Files;

    bool next_text(std::string& text);

    std::mutex mutex_; // guards files_
    std::unique_ptr<Files> files_;
};

} // namespace praxis::bench
