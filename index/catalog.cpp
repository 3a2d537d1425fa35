// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/catalog.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

using View = std::pair<std::string_view, std::string_view>;

std::string place_of(const CataloguedFile& file) {
    return fmt::format("{} of source {}", file.path, file.source);
}

} // namespace

const CataloguedFile* Catalog::file(std::string_view source, std::string_view path) const {
    const auto found = files_.find(View(source, path));
    return found == files_.end() ? nullptr : &found->second;
}

const CataloguedFile* Catalog::file_of(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second.first;
}

const CataloguedPublication* Catalog::publication(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr
                                 : &found->second.first->publications[found->second.second];
}

Result<void> Catalog::check_ids(const CataloguedFile& file, const CataloguedFile* old) const {
    std::unordered_set<std::string_view> own;
    for (const CataloguedPublication& publication : file.publications) {
        const CataloguedFile* const owner = file_of(publication.id);
        if (owner != nullptr && owner != old)
            return failure(ErrorKind::Conflict,
                           fmt::format("the id {} is that of {} and of {}: give one of them an id "
                                       "of its own",
                                       publication.id,
                                       place_of(*owner),
                                       place_of(file)));
        if (file.publications.size() > 1 && !own.insert(publication.id).second)
            return failure(ErrorKind::Conflict,
                           fmt::format("the id {} occurs twice in {}: give one of them an id of "
                                       "its own",
                                       publication.id,
                                       place_of(file)));
    }
    return {};
}

Result<void> Catalog::put(CataloguedFile file) {
    const View key(file.source, file.path);
    const bool is_last = files_.empty() || KeyLess()(files_.rbegin()->first, key);
    const auto old = is_last ? files_.end() : files_.find(key);
    const CataloguedFile* const known = old == files_.end() ? nullptr : &old->second;
    if (auto checked = check_ids(file, known); !checked)
        return checked;
    if (known != nullptr)
        remove(key.first, key.second);
    const auto hint = is_last ? files_.end() : files_.upper_bound(key);
    Key owned(file.source, file.path);
    const auto added = files_.emplace_hint(hint, std::move(owned), std::move(file));
    index_ids(added->second);
    return {};
}

void Catalog::index_ids(const CataloguedFile& file) {
    for (std::uint32_t i = 0; i < file.publications.size(); ++i)
        by_id_.emplace(file.publications[i].id, std::pair(&file, i));
}

bool Catalog::remove(std::string_view source, std::string_view path) {
    const auto found = files_.find(View(source, path));
    if (found == files_.end())
        return false;
    for (const CataloguedPublication& publication : found->second.publications)
        by_id_.erase(publication.id);
    files_.erase(found);
    return true;
}

void Catalog::visit_files(std::string_view source,
                          const std::function<void(const CataloguedFile&)>& visit) const {
    const auto first = source.empty() ? files_.begin() : files_.lower_bound(View(source, ""));
    for (auto at = first; at != files_.end(); ++at) {
        if (!source.empty() && at->first.first != source)
            return;
        visit(at->second);
    }
}

} // namespace praxis::index
