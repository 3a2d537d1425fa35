// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "index/catalog.h"
#include "index/folder/housekeeping.h"
#include "index/folder/index_folder.h"
#include "index/generation_store.h"
#include "index/lucene/text_index_writer.h"
#include "index/parts/image_files.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace praxis::index {

// What a store and its transaction share; for generation_store.cpp and transaction.cpp alone.

struct GenerationStore::State {
    IndexFolder folder;
    StoreOptions options;
    FileLock lock;
    Manifests manifests;

    std::chrono::sys_seconds now() const;

    // Under the ledger's lock: refuses while the library is held.
    Result<void> check_not_held() const;

    // Expired generations and leftovers go.
    Result<void> tidy();

    // The manifest that CURRENT names.
    Result<std::optional<ReadManifest>> parent();

    Result<Catalog> catalog_of(const ReadManifest& parent);
};

struct Transaction::State {
    GenerationStore::State* store = nullptr;
    schemas::Library library;
    std::optional<Manifest> parent;
    std::uint64_t parent_fingerprint = 0;
    std::uint64_t epoch = 0;
    bool starts_empty = true;
    std::map<std::string, FileRecord> inherited; // Lucene++'s files of the parent, by plain name
    Catalog catalog;
    std::optional<std::vector<std::string>> enrichment; // nothing: as the parent's
    std::optional<TextIndexWriter> writer;

    std::mutex mutex; // guards what follows
    std::unordered_set<std::string> given;
    ChangedIds changed; // since the parent

    // Decides which epoch is written and makes its folder.
    Result<void> choose_epoch();
    Result<void> link_parent_files();
    Result<void> open_writer();
    bool is_given_first(const std::string& id);
    void note_change(std::string_view id);

    Result<std::vector<std::string>> enrichment_texts() const;
    Result<Manifest> assemble(const TextCommit& commit, const PublishInfo& info);
    Result<FileRecord> lucene_record(const std::string& name);
    Result<Manifest> make_current(Manifest manifest);
    Result<void> check_still_parent(const std::optional<CurrentMark>& current) const;
    Result<Manifest> publish(const PublishInfo& info);
};

} // namespace praxis::index
