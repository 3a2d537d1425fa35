// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml_events.h"

#include <cstddef>
#include <vector>

namespace praxis::schemas {

// Events of one element → its tree.
//
// Shapes:   at most 1,000,000 nodes; what goes beyond is counted, not kept.
// Threads:  Thread-compatible
class XmlTreeBuilder {
public:
    // Precondition: not complete; the first event is a Start.
    void add(XmlEvent event);

    // Whether the first element has ended.
    bool is_complete() const { return is_complete_; }

    bool is_too_large() const;

    // Keeps counting the events until the element ends, but throws away what was built.
    void discard();

    // Precondition: complete and neither too large nor discarded.
    XmlNode take();

private:
    void append(XmlNode node);

    std::vector<XmlNode> open_; // from the first element down to the one in hand
    XmlNode root_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
    bool is_complete_ = false;
    bool is_discarded_ = false;
};

constexpr std::size_t max_subtree_bytes = std::size_t{16} * 1024 * 1024;

} // namespace praxis::schemas
