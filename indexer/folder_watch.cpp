// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace praxis::indexer {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t changes = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE |
                                  IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::chrono::milliseconds between_stop_checks{100};
constexpr std::chrono::minutes abandoned{1};

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

} // namespace

FolderWatch::FolderWatch(std::vector<fs::path> roots, fs::path ignored)
    : roots_(std::move(roots)), ignored_(std::move(ignored)),
      notices_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    watch_roots();
}

FolderWatch::~FolderWatch() {
    if (notices_ >= 0)
        ::close(notices_);
}

bool FolderWatch::is_ignored(const fs::path& path) const {
    return path.filename().native().starts_with('.') ||
           (!ignored_.empty() && is_below(path, ignored_));
}

// A root that has come back is watched again.
void FolderWatch::watch_roots() {
    unwatched_ = 0;
    for (const fs::path& root : roots_) {
        std::error_code error;
        const fs::path folder = fs::is_directory(root, error) ? root : root.parent_path();
        if (watched_.contains(folder))
            continue;
        if (folder == root)
            watch_below(folder);
        else
            watch_folder(folder);
    }
}

bool FolderWatch::watch_folder(const fs::path& folder) {
    const int watch = ::inotify_add_watch(notices_, folder.c_str(), changes | IN_ONLYDIR);
    if (watch < 0) {
        ++unwatched_;
        return false;
    }
    folders_[watch] = folder;
    watched_.insert(folder);
    return true;
}

void FolderWatch::watch_below(const fs::path& folder) {
    if (!watch_folder(folder))
        return;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code unknown;
        if (!entry->is_symlink(unknown) && entry->is_directory(unknown) &&
            !is_ignored(entry->path()))
            watch_below(entry->path());
    }
}

// Whether the notice means that something has changed.
bool FolderWatch::take_notice(int watch, std::uint32_t what, const std::string& name) {
    const auto found = folders_.find(watch);
    if ((what & IN_Q_OVERFLOW) != 0)
        return true;
    if (found == folders_.end())
        return false;
    if ((what & IN_IGNORED) != 0) {
        watched_.erase(found->second);
        folders_.erase(found);
        return true;
    }
    const fs::path path = name.empty() ? found->second : found->second / name;
    if (!name.empty() && is_ignored(path))
        return false;
    if ((what & IN_ISDIR) != 0) {
        if ((what & (IN_CREATE | IN_MOVED_TO)) != 0)
            watch_below(path);
        return true;
    }
    if ((what & IN_MODIFY) != 0)
        open_[path] = Clock::now();
    if ((what & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM)) != 0)
        open_.erase(path);
    return true;
}

// Reads what has been told; whether any of it is a change.
bool FolderWatch::read_notices() {
    alignas(inotify_event) std::array<char, 64 * 1024> buffer{};
    bool changed = false;
    for (;;) {
        const ssize_t length = ::read(notices_, buffer.data(), buffer.size());
        if (length <= 0)
            return changed;
        for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const std::string name = event.len == 0 ? "" : buffer.data() + at + sizeof event;
            changed = take_notice(event.wd, event.mask, name) || changed;
            at += sizeof event + event.len;
        }
    }
}

void FolderWatch::wait(const Patience& patience, const std::stop_token& stop) {
    watch_roots();
    const auto begun = Clock::now();
    std::optional<Clock::time_point> first;
    auto last = begun;
    while (!stop.stop_requested()) {
        const auto now = Clock::now();
        if (first ? now - last >= patience.quiet || now - *first >= patience.busy
                  : now - begun >= patience.idle)
            return;
        pollfd told{.fd = notices_, .events = POLLIN, .revents = 0};
        const auto longest = first ? std::min(patience.quiet, between_stop_checks)
                                   : std::min(patience.idle, between_stop_checks);
        ::poll(&told, 1, static_cast<int>(longest.count()));
        if (!read_notices())
            continue;
        last = Clock::now();
        if (!first)
            first = last;
    }
}

std::set<fs::path> FolderWatch::being_written() const {
    std::set<fs::path> files;
    for (const auto& [file, written] : open_)
        if (Clock::now() - written < abandoned)
            files.insert(file);
    return files;
}

} // namespace praxis::indexer
