// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/code_hierarchy.h"

#include "base/file.h"
#include "corpus/formats/law/law_text.h"
#include "corpus/reader.h"
#include "corpus/xml_text.h"

namespace praxis::corpus {

namespace {

using schemas::XmlNode;
using Paths = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr std::size_t most_indexes = 256; // kept at a time

void collect(const XmlNode& container, std::vector<std::string> path, Paths& found) {
    if (std::string heading = numbered_heading("", "", child_text(container, "heading"));
        !heading.empty() && (path.empty() || path.back() != heading))
        path.push_back(std::move(heading));
    for (const XmlNode& child : container.children) {
        if (child.name == "container")
            collect(child, path, found);
        else if (child.name == "include")
            if (const auto href = child.attribute("href"))
                found[std::filesystem::path(std::string(*href)).filename().string()] = path;
    }
}

} // namespace

std::vector<std::string> CodeHierarchy::path_of(const std::filesystem::path& section) const {
    const auto paths = paths_of(section.parent_path().parent_path() / "index.xml");
    if (!paths)
        return {};
    const auto found = paths->find(section.filename().string());
    return found == paths->end() ? std::vector<std::string>() : found->second;
}

std::shared_ptr<const Paths> CodeHierarchy::paths_of(const std::filesystem::path& index) const {
    const auto stamp = stamp_of(index);
    if (!stamp)
        return nullptr;
    const std::scoped_lock lock(mutex_);
    Index& known = indexes_[index];
    if (known.paths && known.size == stamp->size && known.modified == stamp->modified)
        return known.paths;
    auto paths = std::make_shared<Paths>();
    if (const auto bytes = read_file(index, max_record_bytes))
        if (const auto root = schemas::parse_xml(*bytes, index.string()))
            collect(*root, {}, *paths);
    known = {stamp->size, stamp->modified, paths};
    if (indexes_.size() > most_indexes)
        indexes_.erase(indexes_.begin());
    return paths;
}

} // namespace praxis::corpus
