// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/browse/topics_page.h"

#include "server/http/pages/browse/topics_picture.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/percent.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::http {

namespace {

using search::FacetValue;

std::size_t size_of(const std::vector<FacetValue>& values) {
    std::size_t size = 0;
    for (const FacetValue& value : values)
        size += 1 + size_of(value.children);
    return size;
}

class TopicTree {
public:
    TopicTree(HtmlWriter& html, const schemas::Library& library, std::string_view facet)
        : html_(html), facet_(facet) {
        const auto vocabulary = library.vocabularies.find(std::string(facet));
        if (vocabulary != library.vocabularies.end())
            vocabulary_ = &vocabulary->second;
    }

    void write(const std::vector<FacetValue>& values) {
        const auto list = html_.in("ul", {{"class", "tree"}});
        for (const FacetValue& value : values)
            write_branch(value);
    }

private:
    void write_branch(const FacetValue& value) {
        const auto item = html_.in("li");
        write_link(value);
        write_scope_note(value);
        if (value.children.empty())
            return;
        const auto list = html_.in("ul");
        for (const FacetValue& below : value.children)
            write_leaf(below);
    }

    void write_leaf(const FacetValue& value) {
        const auto item = html_.in("li");
        write_link(value);
        if (value.children.empty())
            return;
        const auto list = html_.in("ul");
        for (const FacetValue& below : value.children)
            write_leaf(below);
    }

    void write_link(const FacetValue& value) {
        const auto link = html_.in(
            "a", {{"href", fmt::format("/?{}={}", facet_, percent_encode(value.value, "/"))}});
        html_.element("span", {{"dir", "auto"}}, value.label);
        html_.text(" ");
        html_.element("span", {{"class", "count"}}, shown_number(value.count));
    }

    void write_scope_note(const FacetValue& value) {
        const schemas::Concept* meant =
            vocabulary_ == nullptr
                ? nullptr
                : vocabulary_->find(value.value.substr(value.value.rfind('/') + 1));
        if (meant != nullptr && !meant->scope_note.empty())
            html_.element("p", {{"class", "quiet"}}, meant->scope_note);
    }

    HtmlWriter& html_;
    const std::string_view facet_;
    const schemas::Vocabulary* vocabulary_ = nullptr;
};

} // namespace

std::string topics_page(const schemas::Library& library, const search::FacetCounts& topics) {
    PageFrame frame{library, "Topics"};
    frame.address = frame.section = "/topics";
    frame.description = "What the publications of this library are about, topic by topic.";
    return write_page(frame, [&](HtmlWriter& html) {
        html.element("h1", {}, "Topics");
        if (topics.values.empty()) {
            html.element("p", {}, "The publications of this library have no topics.");
            return;
        }
        html.element("p",
                     {{"class", "lead"}},
                     fmt::format("{}, as large as they are frequent.",
                                 counted(size_of(topics.values), "topic", "topics")));
        html.element("a", {{"class", "skip"}, {"href", "#praxis-tree"}}, "Skip the picture");
        write_topics_picture(html, topics.field, topics.values);
        html.element("h2", {{"id", "praxis-tree"}, {"tabindex", "-1"}}, "All topics");
        TopicTree(html, library, topics.field).write(topics.values);
    });
}

} // namespace praxis::http
