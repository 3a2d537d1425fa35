// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/passage_builder.h"

#include "base/utf8.h"
#include "corpus/slug.h"

#include <fmt/format.h>

#include <utility>

namespace praxis::corpus {

void PassageBuilder::heading(int level, std::string_view text, std::string_view anchor) {
    std::string words = collapse_whitespace(text);
    if (words.empty())
        return;
    std::string wanted = anchor.empty() ? heading_anchor(words) : std::string(anchor);
    passages_.push_back({.heading = std::move(words),
                         .level = level,
                         .anchor = unique(std::move(wanted)),
                         .place = {},
                         .text = {}});
}

void PassageBuilder::place(std::string_view place) {
    const bool is_begun =
        !passages_.empty() && passages_.back().text.empty() && passages_.back().place.empty();
    if (!is_begun)
        passages_.emplace_back();
    passages_.back().place = collapse_whitespace(place);
}

void PassageBuilder::paragraph(std::string_view text) {
    append(collapse_whitespace(text));
}

void PassageBuilder::lines(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    if (!trim(text).empty())
        append(text);
}

void PassageBuilder::passages(std::vector<schemas::Passage> more) {
    for (schemas::Passage& passage : more) {
        if (passage.heading.empty()) {
            append(passage.text);
            continue;
        }
        passage.anchor = unique(passage.anchor.empty() ? heading_anchor(passage.heading)
                                                       : std::move(passage.anchor));
        passages_.push_back(std::move(passage));
    }
}

std::vector<schemas::Passage> PassageBuilder::take() {
    anchors_.clear();
    return std::exchange(passages_, {});
}

void PassageBuilder::append(std::string_view text) {
    if (text.empty())
        return;
    if (passages_.empty())
        passages_.emplace_back();
    std::string& all = passages_.back().text;
    if (!all.empty())
        all.push_back('\n');
    all.append(text);
}

std::string PassageBuilder::unique(std::string anchor) {
    const auto [known, is_new] = anchors_.try_emplace(anchor, 0);
    if (is_new)
        return anchor;
    while (true) {
        std::string candidate = fmt::format("{}-{}", anchor, ++known->second);
        if (anchors_.try_emplace(candidate, 0).second)
            return candidate;
    }
}

} // namespace praxis::corpus
