// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/housekeeping.h"

#include "base/file.h"
#include "index/folder/lease.h"
#include "index/folder/retention.h"

#include <array>
#include <set>
#include <string>
#include <unordered_set>

namespace praxis::index {

namespace {

// The folders whose every file some manifest must name.
constexpr std::array<const char*, 7> swept_folders = {
    "library", "vocabularies", "catalog", "names", "enrichment", "epochs", "images"};

std::unordered_set<std::string> names_in(const Manifests& known) {
    std::unordered_set<std::string> names;
    for (const auto& [number, read] : known)
        for (const auto* files : {&read.manifest.files, &read.manifest.images})
            for (const FileRecord& file : *files)
                names.insert(file.name);
    return names;
}

void remove_temporaries(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".tmp")
            std::filesystem::remove(entry.path(), ignored);
}

// Also removes folders that are empty now.
void remove_all_but(const std::filesystem::path& root,
                    const std::filesystem::path& folder,
                    const std::unordered_set<std::string>& names) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.is_directory(ignored))
            remove_all_but(root, entry.path(), names);
        else if (!names.contains(entry.path().lexically_relative(root).string()))
            std::filesystem::remove(entry.path(), ignored);
    }
    std::filesystem::remove(folder, ignored); // fails, rightly, when something is left in it
}

// A generation's place is taken by the next one, and, where history branched, by its last child.
std::vector<Age> ages_of(const Manifests& known, std::chrono::sys_seconds now) {
    std::map<std::uint64_t, std::chrono::sys_seconds> last_child;
    for (const auto& [number, read] : known)
        last_child[read.manifest.parent] = from_utc_text(read.manifest.published);
    std::vector<Age> ages;
    for (const auto& [number, read] : known) {
        const auto published = from_utc_text(read.manifest.published);
        if (!ages.empty())
            ages.back().superseded = std::max(ages.back().superseded, published);
        const auto child = last_child.find(number);
        ages.push_back({.number = number,
                        .published = published,
                        .superseded = child == last_child.end() ? published : child->second});
    }
    if (!ages.empty())
        ages.back().superseded = now;
    return ages;
}

Result<std::set<std::uint64_t>>
kept(const IndexFolder& folder, const Manifests& known, std::chrono::sys_seconds now) {
    const auto ledger = read_ledger(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto current = read_current(folder);
    if (!current)
        return tl::unexpected(current.error());
    std::set<std::uint64_t> numbers = kept_for_age(ages_of(known, now), now);
    for (const auto& [number, label] : ledger->pins)
        numbers.insert(number);
    if (*current)
        numbers.insert((*current)->number);
    return numbers;
}

} // namespace

Result<void> refresh(const IndexFolder& folder, Manifests& known) {
    Manifests found;
    for (const std::uint64_t number : manifest_numbers(folder)) {
        if (const auto read = known.find(number); read != known.end()) {
            found.insert(known.extract(read));
            continue;
        }
        auto read = read_manifest(folder, number);
        if (!read)
            return tl::unexpected(read.error());
        found.emplace(number, std::move(*read));
    }
    known = std::move(found);
    return {};
}

Result<void>
drop_unpublished(const IndexFolder& folder, Manifests& known, const DiskOptions& disk) {
    auto ledger = read_ledger(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto current = read_current(folder);
    if (!current)
        return tl::unexpected(current.error());
    const auto first = known.upper_bound(last_published(*ledger, *current));
    if (first == known.end())
        return {};
    ledger->last_number = std::max(ledger->last_number, known.rbegin()->first);
    if (auto written = write_ledger(folder, *ledger, disk); !written)
        return written;
    std::error_code ignored; // what stays is dropped next time
    for (auto at = first; at != known.end(); at = known.erase(at))
        std::filesystem::remove(folder.manifest(at->first), ignored);
    return sync_folder(disk, folder.generations());
}

Result<void> expire(const IndexFolder& folder, Manifests& known, std::chrono::sys_seconds now) {
    const auto numbers = kept(folder, known, now);
    if (!numbers)
        return tl::unexpected(numbers.error());
    bool any = false;
    for (auto at = known.begin(); at != known.end();) {
        if (!numbers->contains(at->first)) {
            const auto deleted = delete_unless_leased(folder, at->first);
            if (!deleted)
                return tl::unexpected(deleted.error());
            if (*deleted) {
                at = known.erase(at);
                any = true;
                continue;
            }
        }
        ++at;
    }
    return any ? praxis::sync_folder(folder.generations()) : Result<void>();
}

void sweep(const IndexFolder& folder, const Manifests& known) {
    const auto names = names_in(known);
    for (const char* const name : swept_folders)
        remove_all_but(folder.root, folder.root / name, names);
    remove_temporaries(folder.root);
    remove_temporaries(folder.generations());
}

} // namespace praxis::index
