// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace praxis::indexer {

// Tells when something changes below some folders, and which files are still being written.
//
// The kernel's notices (inotify) cover the folders themselves and all below them, new ones
// included; hidden names are left out, as sources are walked. Notices can be missing: on network
// file systems, behind links to other folders, when the system allows no more watches. So whoever
// waits also looks by himself from time to time.
//
// Errors:   none: what cannot be watched is counted in `unwatched`.
// Threads:  Thread-compatible
class FolderWatch {
public:
    // `roots` are folders or single files, absolute; `ignored` is a folder whose changes say
    // nothing: the index, should it lie below a root.
    FolderWatch(std::vector<std::filesystem::path> roots, std::filesystem::path ignored);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    struct Patience {
        std::chrono::milliseconds quiet{150};  // how long nothing more must happen
        std::chrono::milliseconds busy{1'000}; // what happens without pause is told by then
        std::chrono::milliseconds idle{60'000};
    };

    // Returns when something has changed and calm has come, when `idle` is over, or when `stop` is
    // requested (within a tenth of a second).
    void wait(const Patience& patience, const std::stop_token& stop);

    // The files that somebody has begun to write and not closed, unless nothing was written to
    // them for a minute.
    std::set<std::filesystem::path> being_written() const;

    std::uint64_t unwatched() const { return unwatched_; }

private:
    using Clock = std::chrono::steady_clock;

    void watch_roots();
    void watch_below(const std::filesystem::path& folder);
    bool watch_folder(const std::filesystem::path& folder);
    bool is_ignored(const std::filesystem::path& path) const;
    bool read_notices();
    bool take_notice(int watch, std::uint32_t what, const std::string& name);

    std::vector<std::filesystem::path> roots_;
    std::filesystem::path ignored_;
    int notices_ = -1;
    std::map<int, std::filesystem::path> folders_; // by watch
    std::set<std::filesystem::path> watched_;
    std::map<std::filesystem::path, Clock::time_point> open_; // last written to
    std::uint64_t unwatched_ = 0;
};

} // namespace praxis::indexer
