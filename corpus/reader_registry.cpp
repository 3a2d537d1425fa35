// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/reader_registry.h"

#include "corpus/formats/format_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace praxis::corpus {

namespace {

Choice ignored() {
    return {};
}

Choice rejected(std::string reason) {
    return {.treatment = Treatment::Reject,
            .reader = nullptr,
            .reason = std::move(reason),
            .companion = {}};
}

Choice unknown_xml(const FileHead& head) {
    if (!head.root)
        return rejected("it is called .xml but does not begin like XML");
    if (is_no_publication(*head.root))
        return ignored();
    return rejected(fmt::format("XML of an unknown kind: the root element is <{}>{}",
                                head.root->name,
                                head.root->name_space.empty()
                                    ? std::string()
                                    : fmt::format(" of {}", head.root->name_space)));
}

} // namespace

ReaderRegistry::ReaderRegistry() {
    for (const Format& format : formats())
        readers_.push_back(format.make());
}

Choice ReaderRegistry::choose(const SourceFile& source) const {
    if (is_no_publication(source.path))
        return ignored();
    const std::string extension = extension_of(source.path);
    std::optional<FileHead> head;
    for (std::size_t row = 0; row < readers_.size(); ++row) {
        const Format& format = formats()[row];
        const auto& known = format.extensions;
        if (std::find(known.begin(), known.end(), extension) == known.end())
            continue;
        if (format.recognises != nullptr && !head)
            head = head_of(source);
        if (format.recognises == nullptr || format.recognises(*head))
            return {.treatment = Treatment::Read,
                    .reader = readers_[row].get(),
                    .reason = {},
                    .companion = std::string(format.companion)};
    }
    if (extension == "xml")
        return unknown_xml(head ? *head : head_of(source));
    if (const std::string_view reason = why_not_read(extension); !reason.empty())
        return rejected(std::string(reason));
    return ignored();
}

} // namespace praxis::corpus
