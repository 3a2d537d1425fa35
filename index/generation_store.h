// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/analysis.h"
#include "index/catalog.h"
#include "index/entry.h"
#include "index/folder/disk.h"
#include "index/manifest.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The writing side of an index folder: one transaction after the other, each ending in a new
// generation or in nothing.
//
//   auto store = GenerationStore::open(folder);                // takes the writer's lock
//   auto transaction = store->begin(library);                  // on what CURRENT names
//   transaction->replace(make_entry(...)); transaction->remove(id);
//   transaction->catalog().put(...); auto manifest = transaction->publish({.added = 1});
//
// A transaction that is destroyed without publishing leaves nothing behind. A crash at any moment
// leaves the last published generation served, and leftovers that the next `open` sweeps.
// `roll_back`, `pin` and `history` (history.h) work beside an open store.
//
// Errors:   Conflict: another process writes (which one), or the library is held after a roll-back,
//           or was rolled back while the transaction ran. NoSpace: nothing was published.
//           Corrupt: what CURRENT names does not read back.
//           An exception (WriterLost, lucene/text_index_writer.h) means that the process must end.
// Threads:  Thread-compatible (Transaction::replace and remove: Thread-safe)
// Lifetime: a transaction must end before its store; one at a time.

// The catalog of what was published last, for the next store of the same process: loading a million
// entries takes seconds.
struct KeptCatalog {
    std::uint64_t manifest = 0; // the fingerprint of that generation's manifest
    std::optional<Catalog> catalog;
};

struct StoreOptions {
    DiskOptions disk;
    // The time that manifests bear and retention goes by; tests give their own.
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;
    // From how many publications on a small change is published as a delta (docs/adr/0007): of
    // fewer, a whole image is soon made.
    std::uint64_t smallest_base = 5'000;
    std::shared_ptr<KeptCatalog> kept = nullptr; // nothing: the store has its own
};

// What the sync that publishes wants to be remembered of it.
struct PublishInfo {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t removed = 0;
    std::uint64_t rejected = 0;
};

class Transaction {
public:
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) noexcept;
    ~Transaction();

    // The generation this one follows; nothing in a fresh index.
    const std::optional<Manifest>& parent() const;

    // Whether the Lucene++ index starts without publications: in a fresh index, and when the
    // library's analysis is another than the parent's. Then every publication must be given to
    // `replace`, also those of unchanged files (see parent_text).
    bool starts_empty() const;

    // What is remembered of the sources; starts as the parent's, is stored by publish.
    Catalog& catalog();

    // What enrichment remembers with each generation, in its own words: first the parent's texts,
    // then what `set_enrichment` was given.
    Result<std::vector<std::string>> enrichment() const;
    void set_enrichment(std::vector<std::string> texts);

    // The parent's publications, whatever its analysis: those of unchanged files are read back
    // from here when the transaction starts empty, and need not be read from their sources.
    Result<std::shared_ptr<const TextIndexReader>> parent_text() const;

    // Adds a publication, or replaces the one of that id. After a failure the transaction can only
    // be destroyed: part of what was given is lost.
    Result<void> replace(const Entry& entry);

    // Removes the publication of that id, if there is one.
    Result<void> remove(std::string_view id);

    // Makes all of it a generation and CURRENT name it; ends the transaction either way.
    Result<Manifest> publish(const PublishInfo& info);

private:
    friend class GenerationStore;
    struct State;
    explicit Transaction(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

class GenerationStore {
public:
    // Takes the writer's lock (making the folder if need be) and sweeps leftovers of crashes.
    static Result<GenerationStore> open(const std::filesystem::path& index,
                                        const StoreOptions& options = {});
    GenerationStore(GenerationStore&&) noexcept;
    GenerationStore& operator=(GenerationStore&&) noexcept;
    ~GenerationStore();

    // The manifest of what CURRENT names now; nothing in a fresh index.
    Result<std::optional<Manifest>> current() const;

    Result<Transaction> begin(const schemas::Library& library);

private:
    friend class Transaction;
    struct State;
    explicit GenerationStore(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace praxis::index
