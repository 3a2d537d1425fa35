// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/format_table.h"

#include "base/utf8.h"
#include "corpus/formats/feed_reader.h"
#include "corpus/formats/generic_xml_reader.h"
#include "corpus/formats/html_reader.h"
#include "corpus/formats/jats_reader.h"
#include "corpus/formats/jsonl_reader.h"
#include "corpus/formats/law_xml_reader.h"
#include "corpus/formats/markdown_reader.h"
#include "corpus/formats/praxis_xml_reader.h"
#include "corpus/formats/text_reader.h"
#include "corpus/formats/wordpress_json_reader.h"
#include "corpus/formats/wxr_reader.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

struct Unread {
    std::string_view extensions; // blank around each
    std::string_view reason;
};

constexpr std::array<Unread, 6> unread = {
    {{" pdf ", "PDF is not read by this version; publish its text as HTML, Markdown or text"},
     {" doc docx dot dotx odt rtf pages wpd ",
      "word processor files are not read by this version; save a copy as HTML or text"},
     {" ppt pptx odp ",
      "presentations are not read by this version; save the notes or an outline as HTML or text"},
     {" xls xlsx ods ",
      "spreadsheets are not read by this version; save a row a publication as JSON Lines"},
     {" eml mbox msg ", "mail is not read by this version; save the message as HTML or text"},
     {" epub mobi azw tex rst adoc asciidoc org ",
      "this format is not read by this version; save a copy as HTML, Markdown or text"}}};

bool has_word(std::string_view words, std::string_view word) {
    return !word.empty() && words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

} // namespace

std::span<const Format> formats() {
    static const std::array table = {
        Format{make_markdown_reader, {"md", "markdown", "mdown", "mkd"}},
        Format{make_text_reader, {"txt", "text"}},
        Format{make_jsonl_reader, {"jsonl", "ndjson"}},
        Format{make_wordpress_json_reader, {"json"}, is_wordpress_json, "html"},
        Format{make_html_reader, {"html", "htm", "xhtml"}},
        Format{make_praxis_xml_reader, {"xml"}, is_praxis_xml},
        Format{make_wxr_reader, {"xml"}, is_wxr},
        Format{make_jats_reader, {"xml", "nxml", "jats"}, is_jats},
        Format{make_law_xml_reader, {"xml"}, is_law_xml},
        Format{make_feed_reader, {"xml", "rss", "atom", "rdf"}, is_feed},
        Format{make_generic_xml_reader, {"xml"}, is_generic_xml},
    };
    return table;
}

std::string_view why_not_read(std::string_view extension) {
    const auto* found = std::find_if(unread.begin(), unread.end(), [&](const Unread& row) {
        return has_word(row.extensions, extension);
    });
    return found == unread.end() ? std::string_view() : found->reason;
}

bool is_no_publication(std::string_view path) {
    const std::string name = to_lower_ascii(path.substr(path.rfind('/') + 1));
    const std::string stem = name.substr(0, name.rfind('.'));
    return has_word(" license licence copying unlicense copyright notice ", stem) ||
           has_word(" robots.txt humans.txt security.txt ads.txt requirements.txt "
                    "cmakelists.txt sitemap.xml sitemap.txt ",
                    name);
}

bool is_no_publication(const XmlRoot& root) {
    if (has_word(" urn:praxis:library urn:praxis:vocabulary urn:praxis:authority "
                 "urn:praxis:verdicts ",
                 root.name_space))
        return true;
    return has_word(" urlset sitemapindex svg schema grammar stylesheet transform opml plist "
                    "browserconfig project ",
                    root.name);
}

} // namespace praxis::corpus
