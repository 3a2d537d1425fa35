// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/source_walk.h"

#include "base/utf8.h"
#include "corpus/charset.h"
#include "corpus/file_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace praxis::corpus {

namespace {

namespace fs = std::filesystem;

class Walker {
public:
    Walker(const fs::path& root, const PathRules& rules)
        : root_(fs::canonical(root)), rules_(rules) {}

    // Enters a folder whose path is `prefix` ("" or "a/b/").
    void folder(const fs::path& path, const std::string& prefix) {
        std::error_code error;
        const fs::path real = fs::canonical(path, error);
        if (!entered_.insert(real).second)
            return tell(Severity::Note, prefix, "left out: a symbolic link leads in a circle");
        fs::directory_iterator entry(path, error);
        if (error)
            return unreadable(prefix, fmt::format("cannot read the folder: {}", error.message()));
        for (const fs::directory_iterator end; entry != end; entry.increment(error)) {
            take(*entry, prefix);
            if (error)
                return unreadable(prefix, fmt::format("cannot read on: {}", error.message()));
        }
    }

    void file(const fs::path& path, std::string shown) {
        if (rules_.skips(shown)) {
            ++walk_.skipped;
            return;
        }
        const auto stamp = stamp_of(path);
        if (!stamp)
            return unreadable(shown, stamp.error().message());
        walk_.files.push_back({{path, std::move(shown)}, *stamp, {}});
    }

    Walk take_walk() {
        std::sort(walk_.files.begin(), walk_.files.end(), [](const auto& a, const auto& b) {
            return a.source.path < b.source.path;
        });
        return std::move(walk_);
    }

private:
    void tell(Severity severity, std::string path, std::string text) {
        walk_.diagnostics.push_back({severity, std::move(path), 0, 0, std::move(text)});
    }

    void unreadable(const std::string& path, std::string why) {
        walk_.unreadable.push_back(path);
        tell(Severity::Error, path, std::move(why));
    }

    std::string shown_name(const std::string& prefix, const std::string& name) {
        if (is_valid_utf8(name))
            return prefix + repair_utf8(name);
        std::string shown = prefix + decode_text(name).text;
        tell(Severity::Note, shown, "the file's name is not UTF-8; it is shown decoded");
        return shown;
    }

    // Whether a link leads to something that is found under its own name as well, or to a folder
    // around the source.
    bool leads_inside_or_around(const fs::path& link) const {
        std::error_code error;
        const fs::path target = fs::canonical(link, error);
        const auto parts = std::mismatch(root_.begin(), root_.end(), target.begin(), target.end());
        return !error && (parts.first == root_.end() || parts.second == target.end());
    }

    void take(const fs::directory_entry& entry, const std::string& prefix) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.'))
            return;
        std::error_code error;
        const fs::file_status status = entry.status(error);
        if (entry.is_symlink(error)) {
            if (!fs::exists(status))
                return tell(
                    Severity::Warning, prefix + repair_utf8(name), "a symbolic link leads nowhere");
            if (leads_inside_or_around(entry.path()))
                return;
        }
        if (fs::is_directory(status))
            folder(entry.path(), shown_name(prefix, name) + "/");
        else if (fs::is_regular_file(status))
            file(entry.path(), shown_name(prefix, name));
    }

    fs::path root_;
    const PathRules& rules_;
    std::set<fs::path> entered_;
    Walk walk_;
};

std::string stem_of(const std::string& path) {
    const std::string extension = extension_of(path);
    return extension.empty() ? path : path.substr(0, path.size() - extension.size() - 1);
}

// Gives companions to the files whose readers read them along, and drops their own entries.
void join_companions(Walk& walk, const ReaderRegistry& registry) {
    std::multimap<std::string, std::size_t> by_stem;
    for (std::size_t i = 0; i < walk.files.size(); ++i)
        by_stem.emplace(stem_of(walk.files[i].source.path), i);
    std::set<std::size_t> joined;
    for (auto first = by_stem.begin(); first != by_stem.end();) {
        const auto last = by_stem.upper_bound(first->first);
        for (auto own = first; own != last && std::next(first) != last; ++own) {
            const std::string companion = registry.choose(walk.files[own->second].source).companion;
            for (auto other = first; other != last && !companion.empty(); ++other)
                if (extension_of(walk.files[other->second].source.path) == companion) {
                    walk.files[own->second].companion = walk.files[other->second].stamp;
                    joined.insert(other->second);
                }
        }
        first = last;
    }
    std::vector<WalkedFile> kept;
    for (std::size_t i = 0; i < walk.files.size(); ++i)
        if (!joined.contains(i))
            kept.push_back(std::move(walk.files[i]));
    walk.files = std::move(kept);
}

} // namespace

Result<Walk> walk_source(const std::filesystem::path& root,
                         const PathRules& rules,
                         const ReaderRegistry& registry) {
    std::error_code error;
    const fs::file_status status = fs::status(root, error);
    if (!fs::exists(status))
        return tl::unexpected<Error>(
            error_of_errno(error ? error.value() : ENOENT, "read the source", root));
    Walker walker(root, rules);
    if (!fs::is_directory(status)) {
        walker.file(root, repair_utf8(root.filename().string()));
        Walk walk = walker.take_walk();
        if (!walk.unreadable.empty())
            return failure(ErrorKind::Unavailable, walk.diagnostics.front().text);
        return walk;
    }
    fs::directory_iterator readable(root, error);
    if (error)
        return tl::unexpected<Error>(error_of_errno(error.value(), "read the source", root));
    walker.folder(root, "");
    Walk walk = walker.take_walk();
    join_companions(walk, registry);
    return walk;
}

} // namespace praxis::corpus
