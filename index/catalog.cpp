// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/catalog.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

std::string in_words(const CataloguedFile& file) {
    return fmt::format("{} of source {}", file.path, file.source);
}

} // namespace

const CataloguedFile* Catalog::file(std::string_view source, std::string_view path) const {
    const auto found = files_.find(Place(source, path));
    return found == files_.end() ? nullptr : &*found;
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

// The first publication whose id another one has; those before it are indexed.
const CataloguedPublication* Catalog::index_ids(const CataloguedFile& file) {
    for (std::uint32_t i = 0; i < file.publications.size(); ++i)
        if (!by_id_.emplace(file.publications[i].id, std::pair(&file, i)).second)
            return &file.publications[i];
    return nullptr;
}

void Catalog::forget_ids(const CataloguedFile& file) {
    for (const CataloguedPublication& publication : file.publications)
        if (const auto found = by_id_.find(publication.id);
            found != by_id_.end() && found->second.first == &file)
            by_id_.erase(found);
}

Result<void> Catalog::refuse(Files::iterator added, const CataloguedPublication& twice) {
    const CataloguedFile& owner = *file_of(twice.id);
    const std::string where =
        &owner == &*added
            ? fmt::format("occurs twice in {}", in_words(owner))
            : fmt::format("is that of {} and of {}", in_words(owner), in_words(*added));
    auto refused =
        failure(ErrorKind::Conflict,
                fmt::format("the id {} {}: give one of them an id of its own", twice.id, where));
    forget_ids(*added);
    files_.erase(added);
    return refused;
}

Result<void> Catalog::put(CataloguedFile file) {
    // A catalog that is loaded comes in order: then there is nothing to look for.
    const bool is_last = files_.empty() || InOrder()(*files_.rbegin(), file);
    Files::node_type old;
    if (!is_last)
        if (const auto known = files_.find(place_of(file)); known != files_.end()) {
            forget_ids(*known);
            old = files_.extract(known);
        }
    const auto added = is_last ? files_.insert(files_.end(), std::move(file))
                               : files_.insert(std::move(file)).first;
    const CataloguedPublication* const twice = index_ids(*added);
    if (twice == nullptr)
        return {};
    auto refused = refuse(added, *twice);
    if (!old.empty())
        index_ids(*files_.insert(std::move(old)).position);
    return refused;
}

bool Catalog::remove(std::string_view source, std::string_view path) {
    const auto found = files_.find(Place(source, path));
    if (found == files_.end())
        return false;
    forget_ids(*found);
    files_.erase(found);
    return true;
}

void Catalog::visit_files(std::string_view source,
                          const std::function<void(const CataloguedFile&)>& visit) const {
    const auto first = source.empty() ? files_.begin() : files_.lower_bound(Place(source, ""));
    for (auto at = first; at != files_.end(); ++at) {
        if (!source.empty() && at->source != source)
            return;
        visit(*at);
    }
}

} // namespace praxis::index
