// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml.h"

#include "base/expects.h"
#include "schemas/xml_events.h"
#include "schemas/xml_tree.h"

namespace praxis::schemas {

namespace {

// Feeds the builder until the document element has ended.
void build(std::deque<XmlEvent>& events, XmlTreeBuilder& tree) {
    for (XmlEvent& event : events)
        if (!tree.is_complete())
            tree.add(std::move(event));
    events.clear();
}

} // namespace

Result<XmlNode>
parse_xml(std::string_view bytes, std::string_view path, std::vector<Error>* remarks) {
    const auto too_large = [&] {
        return failure(ErrorKind::InvalidInput,
                       "this XML document is too large: at most 16 MB and 1,000,000 elements and "
                       "texts; split it",
                       {.path = std::string(path)});
    };
    if (bytes.size() > max_subtree_bytes)
        return too_large();
    constexpr std::size_t piece_bytes = 65'536;
    XmlEventParser parser(path);
    XmlTreeBuilder tree;
    do {
        const std::string_view piece = bytes.substr(0, piece_bytes);
        bytes.remove_prefix(piece.size());
        parser.feed(piece, bytes.empty());
        build(parser.events(), tree);
    } while (!bytes.empty() && !parser.error() && !tree.is_too_large());
    if (remarks != nullptr)
        *remarks = parser.remarks();
    if (parser.error())
        return tl::unexpected<Error>(*parser.error());
    if (tree.is_too_large())
        return too_large();
    expects(tree.is_complete(), "libxml2 reports every document that does not end");
    return tree.take();
}

} // namespace praxis::schemas
