// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/diagnostic.h"
#include "corpus/record.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace praxis::corpus {

// A file of a source, as the walk found it.
struct SourceFile {
    std::filesystem::path file; // where it lies
    std::string path;           // relative to the source's folder, '/' between levels, UTF-8
};

// Takes what a reader finds, one by one, so that memory stays bounded whatever the file's size.
struct Sink {
    std::function<void(Record)> record;
    std::function<void(Diagnostic)> diagnostic;
};

// Reads one format.
//
// Bad input is reported through the sink as an Error diagnostic with line and reason, never
// thrown; what was read before it stands. A reader never looks at other files than its own and
// the companions it names.
//
// Shapes:   whole-file formats refuse files above 16 MB; streaming ones refuse such records.
// Errors:   none for bad input; Internal for bugs.
// Threads:  Immutable (one reader serves many threads)
class Reader {
public:
    virtual ~Reader() = default;

    // The word for reports and provenance: "markdown".
    virtual std::string_view format() const = 0;

    virtual void read(const SourceFile& source, const Sink& sink) const = 0;
};

constexpr std::uint64_t max_record_bytes = 16ULL * 1024 * 1024;

} // namespace praxis::corpus
