// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "index/lucene/text_index_writer.h"
#include "index/text_index_reader.h"
#include "tests/support/temp_dir.h"

#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace praxis::tests {

// A Lucene++ index on disk, written batch by batch: each batch is a segment of its own.
class ImageSource {
public:
    explicit ImageSource(schemas::Library library)
        : library_(std::move(library)), analyzers_(library_) {}

    const schemas::Library& library() const { return library_; }

    const std::filesystem::path& folder() const { return folder_.path(); }

    void write(const std::vector<schemas::Publication>& put,
               const std::vector<std::string>& removed = {}) {
        auto writer =
            index::TextIndexWriter::open({.folder = text_.path(), .commit = last_, .kept = kept_},
                                         {.free_space_floor = 0, .faults = nullptr});
        require(writer.has_value());
        for (const schemas::Publication& publication : put)
            require(
                writer->replace(index::make_entry(publication, library_, analyzers_)).has_value());
        for (const std::string& id : removed)
            require(writer->remove(id).has_value());
        const auto commit = writer->commit();
        require(commit.has_value());
        last_ = commit->name;
        kept_.insert(commit->name);
    }

    std::shared_ptr<const index::TextIndexReader> reader() const {
        auto opened = index::TextIndexReader::open(text_.path(), *last_);
        require(opened.has_value());
        return *opened;
    }

private:
    static void require(bool done) {
        if (!done)
            throw std::runtime_error("the text index of a test cannot be written");
    }

    schemas::Library library_;
    analyzers::AnalyzerSet analyzers_;
    TempDir folder_;
    TempDir text_;
    std::optional<std::string> last_;
    std::set<std::string> kept_;
};

} // namespace praxis::tests
