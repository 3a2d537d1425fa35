// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "corpus/record.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::corpus {

// The readable part of an HTML page or fragment.
//
// Used by every format that carries HTML: pages, WordPress exports, feeds, Markdown's raw HTML.
// Navigation, adverts, tracking, forms, scripts, comments and share bars are left out; headings
// become passage anchors.
//
// Errors:   InvalidInput for more than 16 MB, 1,000 attributes in a tag or a depth beyond reason.
// Threads:  Immutable

struct HtmlText {
    std::vector<KeyValue> values; // title, meta, og:, dc., citation_, JSON-LD as "ld.…", lang
    std::vector<schemas::Passage> passages;
};

enum class HtmlExtent {
    Page,     // find the main text among navigation and the like
    Fragment, // all of it is text
};

Result<HtmlText> read_html(std::string_view html, HtmlExtent extent);

// Plain text of a small piece of HTML (a title, an excerpt): tags removed, entities decoded.
std::string html_to_plain_text(std::string_view html);

} // namespace praxis::corpus
