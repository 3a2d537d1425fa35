// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/library_update.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace praxis::indexer {

using index::CataloguedFile;
using index::CataloguedPublication;

LibraryUpdate::LibraryUpdate(index::Transaction& transaction,
                             SyncReport& report,
                             bool writes,
                             std::function<index::Entry(schemas::Publication)> remake)
    : transaction_(transaction), report_(report), writes_(writes), remake_(std::move(remake)) {}

void LibraryUpdate::release(const CataloguedFile& file, bool vanished) {
    const FileKey key{file.source, file.path};
    for (const CataloguedPublication& publication : file.publications)
        former_.emplace(publication.id, Former{publication, key});
    released_counts_[file.source] += file.publications.size();
    if (vanished)
        vanished_.emplace(std::pair(file.source, file.content), key);
    released_.emplace(key, file);
    transaction_.catalog().remove(key.first, key.second);
}

bool LibraryUpdate::is_claimed(std::string_view id) const {
    return current_ids_.contains(id) || transaction_.catalog().file_of(id) != nullptr;
}

Result<void> LibraryUpdate::restate(const FileRead& file) {
    const auto& before = released_.at({file.source, file.path});
    begin_file(file);
    current_.remarks = before.remarks;
    for (const CataloguedPublication& publication : before.publications) {
        if (is_claimed(publication.id)) {
            refuse(publication.id, 0);
            continue;
        }
        if (auto kept = keep(publication.id); !kept)
            return kept;
    }
    return end_file();
}

void LibraryUpdate::begin_file(const FileRead& file) {
    current_ = CataloguedFile{.source = file.source,
                              .path = file.path,
                              .stamp = file.stamp,
                              .content = file.content,
                              .reading = file.reading,
                              .remarks = {},
                              .publications = {}};
    current_ids_.clear();
    renamed_.clear();
    moved_from_ = nullptr;
    has_errors_ = false;
    reread_ = false;
    if (released_.contains({file.source, file.path}))
        return;
    if (const auto found = vanished_.find({file.source, file.content}); found != vanished_.end()) {
        moved_from_ = &released_.at(found->second);
        vanished_.erase(found);
    }
}

// The id under which the publication has been known: its own, or the one it had before its file
// moved, now or in an earlier sync.
std::string LibraryUpdate::settled_id(const index::Entry& entry) {
    const std::string& computed = entry.publication.id;
    auto& aliases = transaction_.catalog().names.aliases;
    if (moved_from_ != nullptr) {
        const std::size_t n = current_.publications.size();
        if (n < moved_from_->publications.size() &&
            moved_from_->publications[n].title == entry.publication.title &&
            moved_from_->publications[n].id != computed) {
            const std::string& kept = moved_from_->publications[n].id;
            aliases[computed] = kept;
            report_.moved.emplace_back(computed, kept);
            return kept;
        }
        return computed;
    }
    const auto alias = aliases.find(computed);
    if (alias == aliases.end())
        return computed;
    const auto former = former_.find(alias->second);
    const bool same_file =
        former != former_.end() && former->second.file == FileKey(current_.source, current_.path);
    return same_file ? alias->second : computed;
}

void LibraryUpdate::refuse(const std::string& id, int line) {
    const CataloguedFile* owner = transaction_.catalog().file_of(id);
    const std::string place =
        owner == nullptr ? "this same file" : fmt::format("{}/{}", owner->source, owner->path);
    remark({.severity = corpus::Severity::Error,
            .path = current_.path,
            .line = line,
            .column = 0,
            .text = fmt::format(
                "the id {} is already that of {}; give one of them another id", id, place)});
    reread_ = true;
}

Result<void> LibraryUpdate::add(index::Entry entry) {
    const std::string id = settled_id(entry);
    const auto parent = renamed_.find(entry.publication.parent);
    if (id != entry.publication.id || parent != renamed_.end()) {
        schemas::Publication publication = std::move(entry.publication);
        renamed_[publication.id] = id;
        publication.id = id;
        if (parent != renamed_.end())
            publication.parent = parent->second;
        entry = remake_(std::move(publication));
    }
    if (is_claimed(id)) {
        refuse(id, 0);
        return {};
    }
    return store(entry);
}

Result<void> LibraryUpdate::store(const index::Entry& entry) {
    const std::string id = entry.publication.id;
    const auto former = former_.find(id);
    const bool known = former != former_.end();
    const bool same = known && former->second.publication.fingerprint == entry.fingerprint;
    if (!known)
        report_.added.push_back(id);
    else if (!same)
        report_.replaced.push_back(id);
    if (known)
        former_.erase(former);

    auto& names = transaction_.catalog().names;
    names.tombstones.erase(id);
    for (const std::string& alias : entry.publication.aliases)
        names.aliases[alias] = id;
    current_.publications.push_back({id, entry.fingerprint, entry.publication.title});
    current_ids_.insert(id);
    given_.insert(id);
    if (!writes_ || (same && !transaction_.starts_empty()))
        return {};
    return transaction_.replace(entry);
}

void LibraryUpdate::remark(corpus::Diagnostic diagnostic) {
    if (diagnostic.severity == corpus::Severity::Error)
        has_errors_ = true;
    current_.remarks.push_back({static_cast<int>(diagnostic.severity),
                                diagnostic.line,
                                diagnostic.column,
                                std::move(diagnostic.text)});
}

// A former publication stays as it was.
Result<void> LibraryUpdate::keep(const std::string& id) {
    const auto former = former_.find(id);
    if (former == former_.end())
        return {};
    CataloguedPublication kept = former->second.publication;
    former_.erase(former);
    Result<void> written;
    if (transaction_.starts_empty()) {
        const auto entry = stored_entry(id);
        if (!entry)
            return tl::unexpected(entry.error());
        if (*entry) {
            kept.fingerprint = (*entry)->fingerprint;
            written = writes_ ? transaction_.replace(**entry) : Result<void>();
        }
    }
    current_.publications.push_back(std::move(kept));
    current_ids_.insert(id);
    return written;
}

Result<std::optional<index::Entry>> LibraryUpdate::stored_entry(const std::string& id) {
    auto text = transaction_.parent_text();
    if (!text)
        return tl::unexpected(text.error());
    const auto document = (*text)->document_of(id);
    return document ? std::optional(remake_((*text)->publication(*document))) : std::nullopt;
}

Result<void> LibraryUpdate::restore(const std::string& id) {
    if (!writes_)
        return {};
    const auto entry = stored_entry(id);
    if (!entry)
        return tl::unexpected(entry.error());
    return *entry ? refresh(**entry) : Result<void>();
}

Result<void> LibraryUpdate::refresh(const index::Entry& entry) {
    const std::string& id = entry.publication.id;
    const CataloguedFile* file = transaction_.catalog().file_of(id);
    const CataloguedPublication* known = transaction_.catalog().publication(id);
    if (file == nullptr || known == nullptr)
        return {};
    if (known->fingerprint != entry.fingerprint) {
        report_.replaced.push_back(id);
        refreshed_[{file->source, file->path}][id] = entry.fingerprint;
    } else if (!transaction_.starts_empty()) {
        return {};
    }
    return writes_ ? transaction_.replace(entry) : Result<void>();
}

// Once for each file, since a file may have given many publications.
Result<void> LibraryUpdate::note_refreshed() {
    for (const auto& [key, fingerprints] : refreshed_) {
        const CataloguedFile* known = transaction_.catalog().file(key.first, key.second);
        if (known == nullptr)
            continue;
        CataloguedFile file = *known;
        for (CataloguedPublication& publication : file.publications)
            if (const auto found = fingerprints.find(publication.id); found != fingerprints.end())
                publication.fingerprint = found->second;
        if (auto noted = transaction_.catalog().put(std::move(file)); !noted)
            return noted;
    }
    return {};
}

Result<void> LibraryUpdate::end_file() {
    const FileKey key{current_.source, current_.path};
    const auto before = released_.find(key);
    if (has_errors_ && before != released_.end()) {
        for (const CataloguedPublication& publication : before->second.publications) {
            if (is_claimed(publication.id) || !former_.contains(publication.id))
                continue;
            if (auto kept = keep(publication.id); !kept)
                return kept;
            report_.kept.push_back(publication.id);
        }
    }
    if (reread_) {
        current_.stamp = {};
        current_.content = 0;
    }
    return transaction_.catalog().put(std::move(current_));
}

Result<void> LibraryUpdate::guard_against_vanishing() const {
    std::map<std::string_view, std::uint64_t> vanishing;
    for (const auto& [id, former] : former_)
        ++vanishing[former.file.first];
    for (const auto& [source, count] : vanishing) {
        std::uint64_t before = released_counts_.at(std::string(source));
        transaction_.catalog().visit_files(source, [&](const CataloguedFile& file) {
            if (!released_.contains({file.source, file.path}))
                before += file.publications.size();
        });
        if (count * 5 > before)
            return failure(ErrorKind::Unavailable,
                           fmt::format("{} of the {} publications of {} would vanish; nothing was "
                                       "published. If that is meant, add --allow-removals",
                                       count,
                                       before,
                                       source));
    }
    return {};
}

Result<void> LibraryUpdate::finish(bool allow_removals, std::string_view today) {
    if (!allow_removals) {
        if (auto guarded = guard_against_vanishing(); !guarded)
            return guarded;
    }
    for (const auto& [id, former] : former_) {
        report_.removed.push_back(id);
        transaction_.catalog().names.tombstones[id] = {
            id, former.publication.title, std::string(today)};
        if (!writes_)
            continue;
        if (auto removed = transaction_.remove(id); !removed)
            return removed;
    }
    former_.clear();
    return note_refreshed();
}

} // namespace praxis::indexer
