// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/file.h"
#include "base/result.h"
#include "corpus/diagnostic.h"
#include "index/entry.h"
#include "index/generation_store.h"
#include "indexer/report.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::indexer {

// Makes the library say what was read: decides for every publication whether it is new, changed,
// moved, kept, in conflict or gone, and tells the transaction.
//
// Files whose publications may change are first *released*: what they gave is remembered, and the
// catalog forgets them. Each file that was read is then given back in order; what nobody claimed
// in the end is removed. Publications of files that are never released stay as they are.
//
// - A publication belongs to the first file that gives its id; a later one is refused, and its
//   file is read again next time, since the first may have gone by then.
// - A released file that gives an error keeps the last good version of what it no longer gives.
// - A new file with the content of one that vanished has moved: its publications keep their ids,
//   and the ids that the new path would make become aliases.
//
// Errors:   those of the transaction; Unavailable from `finish` when too much would vanish.
// Threads:  Thread-compatible
// Lifetime: transaction and report must outlive it.
class LibraryUpdate {
public:
    // With `writes` false the transaction's index is left alone (a dry run).
    // `remake` makes the entry of a publication that is stored, or whose id was changed here.
    LibraryUpdate(index::Transaction& transaction,
                  SyncReport& report,
                  bool writes,
                  std::function<index::Entry(schemas::Publication)> remake);

    // The file will be read again, or has vanished.
    void release(const index::CataloguedFile& file, bool vanished);

    struct FileRead {
        std::string source;
        std::string path;
        FileStamp stamp;
        std::uint64_t content = 0; // fingerprint of the bytes
        std::uint64_t reading = 0; // fingerprint of how it was read
    };

    // The file was looked at and has its former content: what it gave stands.
    Result<void> restate(const FileRead& file);

    // What one file gave: begin, then adds and remarks, then end.
    void begin_file(const FileRead& file);
    Result<void> add(index::Entry entry);
    void remark(corpus::Diagnostic diagnostic);
    Result<void> end_file();

    // Writes a publication of the parent generation again: for an index that starts empty.
    Result<void> restore(const std::string& id);

    // A publication of the parent generation as it is from now on, though its file was not read.
    Result<void> refresh(const index::Entry& entry);

    // Whether a file that was read in this update gave it.
    bool was_given(std::string_view id) const { return given_.contains(id); }

    // Removes what no file gives any more. More than a fifth of a source only with
    // `allow_removals`.
    Result<void> finish(bool allow_removals, std::string_view today);

private:
    using FileKey = std::pair<std::string, std::string>; // source, path

    struct Former {
        index::CataloguedPublication publication;
        FileKey file;
    };

    bool is_claimed(std::string_view id) const;
    void refuse(const std::string& id, int line);
    std::string settled_id(const index::Entry& entry);
    Result<void> store(const index::Entry& entry);
    Result<void> keep(const std::string& id);
    Result<std::optional<index::Entry>> stored_entry(const std::string& id);
    Result<void> note_refreshed();
    Result<void> guard_against_vanishing() const;

    index::Transaction& transaction_;
    SyncReport& report_;
    bool writes_;
    std::function<index::Entry(schemas::Publication)> remake_;

    std::map<std::string, Former, std::less<>> former_; // not yet claimed, by id
    std::map<FileKey, index::CataloguedFile> released_;
    std::multimap<std::pair<std::string, std::uint64_t>, FileKey> vanished_; // by source, content
    std::map<std::string, std::uint64_t> released_counts_;                   // by source

    std::set<std::string, std::less<>> given_; // by files read in this update
    std::map<FileKey, std::map<std::string, std::uint64_t>> refreshed_; // fingerprints by id

    // The file that is being given back.
    index::CataloguedFile current_;
    std::set<std::string, std::less<>> current_ids_;
    std::map<std::string, std::string> renamed_; // computed id → the id it keeps
    const index::CataloguedFile* moved_from_ = nullptr;
    bool has_errors_ = false;
    bool reread_ = false;
};

} // namespace praxis::indexer
