// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml_tree.h"

#include "base/expects.h"

#include <utility>

namespace praxis::schemas {

namespace {

constexpr std::size_t max_nodes = 1'000'000;

} // namespace

bool XmlTreeBuilder::is_too_large() const {
    return nodes_ > max_nodes;
}

void XmlTreeBuilder::discard() {
    is_discarded_ = true;
    open_.clear();
}

void XmlTreeBuilder::append(XmlNode node) {
    std::vector<XmlNode>& siblings = open_.back().children;
    if (node.is_text() && !siblings.empty() && siblings.back().is_text())
        siblings.back().text += node.text;
    else
        siblings.push_back(std::move(node));
}

void XmlTreeBuilder::add(XmlEvent event) {
    expects(!is_complete_, "a tree takes events only until its first element ends");
    ++nodes_;
    if (event.kind == XmlEvent::Kind::Start)
        ++depth_;
    if (event.kind == XmlEvent::Kind::End)
        is_complete_ = --depth_ == 0;
    if (is_too_large() && !is_discarded_)
        discard();
    if (is_discarded_)
        return;
    if (event.kind == XmlEvent::Kind::Start) {
        open_.push_back(std::move(event.node));
    } else if (event.kind == XmlEvent::Kind::Text) {
        append(std::move(event.node));
    } else {
        XmlNode ended = std::move(open_.back());
        open_.pop_back();
        if (is_complete_)
            root_ = std::move(ended);
        else
            append(std::move(ended));
    }
}

XmlNode XmlTreeBuilder::take() {
    expects(is_complete_ && !is_discarded_, "a tree is taken when it is complete");
    return std::move(root_);
}

} // namespace praxis::schemas
