// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/image/posting_lists.h"
#include "index/image/section_file.h"
#include "index/image/unnamed_file.h"
#include "index/text_index_reader.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The postings of every form in every field, read from the Lucene++ index once and laid down in a
// temporary file, from which lists are put together in any order (list_section.h).
//
// Lucene++ decodes a posting in about thirty nanoseconds and needs a look-up for each term; from
// here it costs two, and forms of one stem lie where their runs say.
//
// Shapes:   terms ascend in a field; postings in the order of their stored numbers.
// Threads:  Thread-compatible

// Where the postings of one form in one field lie.
struct PostingRun {
    std::uint64_t begin = 0; // in the store's bytes
    std::uint32_t postings = 0;
    std::uint32_t occurrences = 0; // of the form, in all of them
};

class PostingStore {
public:
    // Field numbers are places in the library.
    PostingStore(const std::filesystem::path& folder, std::size_t fields, std::uint32_t limit);

    void read(const TextIndexReader& text, std::string_view name, std::uint32_t field);

    // The forms of a field and their runs, in order.
    std::uint32_t term_count(std::size_t field) const;
    std::string_view term(std::size_t field, std::uint32_t number) const;
    const PostingRun& run(std::size_t field, std::uint32_t number) const;

    // One more than the highest position in that field of a document, or 0.
    std::uint32_t extent(std::uint32_t stored, std::size_t field) const {
        return extents_[std::size_t{stored} * fields_.size() + field];
    }

    // Ends the writing; nothing may be read from the index afterwards.
    Result<std::string_view> map() { return file_.map(); }

private:
    class Recorder;

    struct FieldTerms {
        std::string texts;
        std::vector<std::uint64_t> ends;
        std::vector<PostingRun> runs;
    };

    UnnamedFile file_;
    std::vector<FieldTerms> fields_;
    std::vector<std::uint32_t> extents_;
};

// Reads a run, posting by posting.
//
// Threads:  Thread-compatible
// Lifetime: the bytes must outlive it
class RunReader {
public:
    RunReader(std::string_view bytes, const PostingRun& run)
        : at_(bytes.data() + run.begin), left_(run.postings) {}

    // Goes to the next posting; false behind the last.
    bool next() {
        if (left_ == 0)
            return false;
        --left_;
        stored_ += take();
        size_ = take();
        position_ = 0;
        return true;
    }

    std::uint32_t stored() const { return stored_; }

    // How many positions the posting has; each must be taken before `next`.
    std::uint32_t size() const { return size_; }

    std::uint32_t next_position() { return position_ += take(); }

private:
    std::uint32_t take() {
        std::uint32_t value = 0;
        for (std::uint32_t shift = 0;; shift += 7) {
            const auto byte = static_cast<std::uint8_t>(*at_++);
            value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return value;
        }
    }

    const char* at_;
    std::uint32_t left_;
    std::uint32_t stored_ = 0;
    std::uint32_t size_ = 0;
    std::uint32_t position_ = 0;
};

} // namespace praxis::index
