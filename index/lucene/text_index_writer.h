// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "index/entry.h"
#include "index/folder/disk.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// Writes the Lucene++ index of one epoch: one commit to start from, one commit to end in.
//
// Lucene++ commits are raw material: a commit becomes a generation when a manifest names it
// (generation_store.h). The writer merges in its own thread (Lucene++'s background merging hides
// errors) and deletes no commit that is to be kept.
//
// Errors:   NoSpace, Unavailable, Corrupt. After a failure nothing can be committed any more: what
//           Lucene++ held in memory may be gone.
//           WriterLost is thrown where Lucene++'s writer is deadlocked from now on.
// Threads:  Thread-safe (add, replace, remove); commit and destruction by one thread, when those
// are over Lifetime: options.faults must outlive it.

// Thrown when an exception that is not Lucene++'s own came out of its writer: every further call
// into it would hang, so the process must end. The last generation is untouched.
class WriterLost : public Error {
public:
    explicit WriterLost(std::string message) : Error(ErrorKind::Internal, std::move(message)) {}
};

struct TextCommit {
    std::string name;               // Lucene++'s segments file
    std::vector<std::string> files; // all that it consists of, `name` too, sorted
};

class TextIndexWriter {
public:
    struct Start {
        std::filesystem::path folder;
        std::optional<std::string> commit; // nothing: an empty index
        std::set<std::string> kept;        // commits that are not deleted, besides the new one
    };

    static Result<TextIndexWriter> open(const Start& start, const DiskOptions& options);
    TextIndexWriter(TextIndexWriter&&) noexcept;
    TextIndexWriter& operator=(TextIndexWriter&&) noexcept;

    // Abandons what was not committed.
    ~TextIndexWriter();

    // Adds a publication whose id is certainly not in the index: spares looking for an old one.
    Result<void> add(const Entry& entry);

    Result<void> replace(const Entry& entry);

    Result<void> remove(std::string_view id);

    // Writes and syncs everything; afterwards only destruction is allowed.
    Result<TextCommit> commit();

private:
    struct State;
    explicit TextIndexWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace praxis::index
