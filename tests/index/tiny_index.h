// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/generation.h"
#include "index/generation_store.h"
#include "tests/index/tiny_entries.h"
#include "tests/index/tiny_library.h"
#include "tests/support/temp_dir.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace praxis::tests {

// What a publish of the tests changes: id → title; each publication is a file of its own.
struct Change {
    std::map<std::string, std::string> put = {};
    std::set<std::string> removed = {};
};

// A failed Result becomes an exception with its message, which fails the test.
template <typename T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().what());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

// Puts a change into a transaction, catalog and all; stops at the first failure.
inline Result<void> apply(index::Transaction& transaction, const Change& change) {
    for (const auto& [id, title] : change.put) {
        const index::Entry entry = tiny_entry(id, title);
        if (auto replaced = transaction.replace(entry); !replaced)
            return replaced;
        index::CataloguedFile file;
        file.source = "s";
        file.path = id + ".md";
        file.publications.push_back({id, entry.fingerprint, title});
        if (auto put = transaction.catalog().put(std::move(file)); !put)
            return put;
    }
    for (const std::string& id : change.removed) {
        if (auto removed = transaction.remove(id); !removed)
            return removed;
        transaction.catalog().remove("s", id + ".md");
        transaction.catalog().names.tombstones[id] = {id, "gone", "2026-11-22"};
    }
    return {};
}

inline Result<index::Manifest> publish(index::GenerationStore& store,
                                       const Change& change,
                                       const schemas::Library& library = tiny_library()) {
    auto transaction = store.begin(library);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto applied = apply(*transaction, change); !applied)
        return tl::unexpected(applied.error());
    return transaction->publish(
        {.added = change.put.size(), .replaced = 0, .removed = change.removed.size()});
}

// id → title of everything in a generation.
inline std::map<std::string, std::string> contents(const index::Generation& generation) {
    std::map<std::string, std::string> found;
    for (std::uint32_t i = 0; i < generation.text().document_limit(); ++i)
        if (generation.text().is_live(i)) {
            const auto publication = generation.text().publication(i);
            found[publication.id] = publication.title;
        }
    return found;
}

// An index folder with a clock that the test moves.
class TinyIndex {
public:
    const std::filesystem::path& path() const { return path_; }

    index::StoreOptions options() {
        index::StoreOptions options;
        options.disk.free_space_floor = 0;
        options.smallest_base = 0; // deltas wherever they can be
        options.now = [this] {
            return now_;
        };
        return options;
    }

    index::GenerationStore store() { return must(index::GenerationStore::open(path_, options())); }

    // Opens, publishes, closes.
    index::Manifest publish(const Change& change,
                            const schemas::Library& library = tiny_library()) {
        auto opened = store();
        return must(tests::publish(opened, change, library));
    }

    std::shared_ptr<const index::Generation> open(std::optional<std::uint64_t> number = {}) const {
        return must(index::Generation::open(path_, number));
    }

    std::map<std::string, std::string> contents(std::optional<std::uint64_t> number = {}) const {
        return tests::contents(*open(number));
    }

    void wait(std::chrono::seconds time) { now_ += time; }

private:
    TempDir folder_;
    std::filesystem::path path_ = folder_.path() / "index";
    std::chrono::system_clock::time_point now_ =
        std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(9);
};

} // namespace praxis::tests
