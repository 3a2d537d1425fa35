// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/history.h"

#include "base/utf8.h"
#include "index/analysis.h"
#include "index/folder/index_folder.h"
#include "index/folder/lease.h"
#include "index/folder/retention.h"
#include "index/parts/part_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace praxis::index {

namespace {

// CURRENT and ledger, read under the ledger's lock, which is kept.
struct Opened {
    IndexFolder folder;
    FileLock lock;
    Ledger ledger;
    CurrentMark current;
};

tl::unexpected<Error> no_library(const std::filesystem::path& index) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("there is no library in {} yet: run praxis-indexer sync", index.string()));
}

// What stands for a CURRENT that does not read back, so that going back can mend it.
CurrentMark highest_kept(const IndexFolder& folder) {
    const auto numbers = manifest_numbers(folder);
    return {.number = numbers.empty() ? 0 : numbers.back(), .manifest = 0};
}

Result<CurrentMark> mark_of(const IndexFolder& folder, bool accept_damage) {
    const auto current = read_current(folder);
    if (!current && accept_damage && current.error().kind() == ErrorKind::Corrupt)
        return highest_kept(folder);
    if (!current)
        return tl::unexpected(current.error());
    if (!*current)
        return no_library(folder.root);
    return **current;
}

Result<Opened> open_history(const std::filesystem::path& index, bool accept_damage = false) {
    const IndexFolder folder{index};
    if (!std::filesystem::exists(folder.current()))
        return no_library(index);
    auto lock = folder.lock_ledger();
    if (!lock)
        return tl::unexpected(lock.error());
    auto ledger = read_ledger(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto current = mark_of(folder, accept_damage);
    if (!current)
        return tl::unexpected(current.error());
    return Opened{.folder = folder,
                  .lock = std::move(*lock),
                  .ledger = std::move(*ledger),
                  .current = *current};
}

// Going back and pinning must work on a full disk too.
DiskOptions without_floor(DiskOptions options) {
    options.free_space_floor = 0;
    return options;
}

Result<ReadManifest> published_manifest(const Opened& opened, std::uint64_t number) {
    const auto numbers = manifest_numbers(opened.folder);
    if (!std::binary_search(numbers.begin(), numbers.end(), number) ||
        number > last_published(opened.ledger, opened.current))
        return failure(ErrorKind::NotFound,
                       fmt::format("generation {} is not there or no longer kept ({})",
                                   number,
                                   kept_in_words(opened.folder)));
    return read_manifest(opened.folder, number);
}

// Going back to what no server of this version would open is refused.
Result<void> check_servable(const IndexFolder& folder, const Manifest& manifest) {
    const auto library = load_library(folder, manifest);
    if (!library)
        return tl::unexpected(library.error());
    if (analysis_fingerprint(*library) == manifest.analysis)
        return {};
    return failure(ErrorKind::Conflict,
                   fmt::format("generation {} was indexed by another version of the analysis; "
                               "this version's server could not serve it",
                               manifest.number));
}

std::string now_text() {
    return to_utc_text(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

Result<void> change_ledger(const std::filesystem::path& index,
                           const DiskOptions& options,
                           const std::function<Result<void>(Opened&)>& change) {
    auto opened = open_history(index);
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto changed = change(*opened); !changed)
        return changed;
    return write_ledger(opened->folder, opened->ledger, without_floor(options));
}

} // namespace

Result<History> history(const std::filesystem::path& index) {
    const auto opened = open_history(index);
    if (!opened)
        return tl::unexpected(opened.error());
    History found;
    for (const std::uint64_t number : manifest_numbers(opened->folder)) {
        if (number > last_published(opened->ledger, opened->current))
            break;
        auto read = read_manifest(opened->folder, number);
        if (!read)
            return tl::unexpected(read.error());
        const auto pin = opened->ledger.pins.find(number);
        found.generations.push_back(
            {.manifest = std::move(read->manifest),
             .current = number == opened->current.number,
             .pinned = pin == opened->ledger.pins.end() ? std::string() : pin->second,
             .leased = is_leased(opened->folder, number)});
    }
    if (const auto& hold = opened->ledger.hold)
        found.held = fmt::format(
            "rolled back from generation {} to {} ({})", hold->from, hold->to, hold->since);
    return found;
}

Result<void>
roll_back(const std::filesystem::path& index, std::uint64_t number, const DiskOptions& options) {
    auto opened = open_history(index, true);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto target = published_manifest(*opened, number);
    if (!target)
        return tl::unexpected(target.error());
    if (auto checked = check_lengths(opened->folder, target->manifest); !checked)
        return checked;
    if (auto checked = check_servable(opened->folder, target->manifest); !checked)
        return checked;
    const auto earlier = opened->ledger.hold;
    opened->ledger.last_published = last_published(opened->ledger, opened->current);
    opened->ledger.hold = Hold{.to = number,
                               .from = earlier ? earlier->from : opened->current.number,
                               .since = earlier ? earlier->since : now_text()};
    // The hold first: between the two steps nothing may be published over the roll-back.
    const DiskOptions disk = without_floor(options);
    if (auto written = write_ledger(opened->folder, opened->ledger, disk); !written)
        return written;
    return write_current(opened->folder, {.number = number, .manifest = target->fingerprint}, disk);
}

Result<void> resume(const std::filesystem::path& index, const DiskOptions& options) {
    return change_ledger(index, options, [](Opened& opened) -> Result<void> {
        opened.ledger.hold.reset();
        return {};
    });
}

Result<void> pin(const std::filesystem::path& index,
                 std::uint64_t number,
                 std::string_view label,
                 const DiskOptions& options) {
    return change_ledger(index, options, [&](Opened& opened) -> Result<void> {
        if (const auto found = published_manifest(opened, number); !found)
            return tl::unexpected(found.error());
        opened.ledger.pins[number] = repair_utf8(label);
        return {};
    });
}

Result<void>
unpin(const std::filesystem::path& index, std::uint64_t number, const DiskOptions& options) {
    return change_ledger(index, options, [&](Opened& opened) -> Result<void> {
        if (opened.ledger.pins.erase(number) == 0)
            return failure(ErrorKind::NotFound, fmt::format("generation {} is not pinned", number));
        return {};
    });
}

} // namespace praxis::index
