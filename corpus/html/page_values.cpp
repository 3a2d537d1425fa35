// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/page_values.h"

#include "base/utf8.h"
#include "corpus/byline.h"
#include "corpus/html/given_names.h"
#include "corpus/html/json_ld.h"
#include "corpus/person_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace praxis::corpus {

namespace {

constexpr std::size_t longest_name = 200; // of a person, a tag, a date

// Whether a list of words separated by blanks holds one: rel="category tag".
bool has_word(std::string_view list, std::string_view word) {
    const std::string padded = " " + to_lower_ascii(collapse_whitespace(list)) + " ";
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

class PageValues {
public:
    PageValues(const HtmlTree& tree, const std::vector<bool>& left_out)
        : tree_(tree), left_out_(left_out) {}

    std::vector<KeyValue> run() {
        for (NodeIndex at = 1; at < tree_.nodes.size();) {
            const HtmlNode& node = tree_.nodes[at];
            if (node.tag == "svg") {
                at = node.end;
                continue;
            }
            take_declared(at);
            at = left_out_[at] && node.tag != "head" ? skip(at) : at + 1;
        }
        collect_visible();
        return std::move(record_.values);
    }

private:
    // Furniture says nothing of the publication, but JSON-LD may stand in a footer.
    NodeIndex skip(NodeIndex at) {
        for (NodeIndex below = at + 1; below < tree_.nodes[at].end; ++below)
            take_json_ld(below);
        return tree_.nodes[at].end;
    }

    void take_declared(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        if (node.tag == "html" || node.tag == "body")
            take_language(node);
        else if (node.tag == "title" && record_.first("html.title").empty())
            record_.add("html.title", text_below(tree_, at), node.line);
        else if (node.tag == "meta")
            take_meta(node);
        else if (node.tag == "link")
            take_link(node);
        else
            take_json_ld(at);
    }

    void take_language(const HtmlNode& node) {
        if (!record_.first("lang").empty())
            return;
        const std::string_view language = node.attribute("lang");
        record_.add("lang", language.empty() ? node.attribute("xml:lang") : language, node.line);
    }

    void take_meta(const HtmlNode& node) {
        std::string_view key = node.attribute("property");
        if (key.empty())
            key = node.attribute("name");
        if (key.empty() && !node.attribute("itemprop").empty())
            return record_.add("itemprop." + to_lower_ascii(node.attribute("itemprop")),
                               node.attribute("content"),
                               node.line);
        if (key.empty())
            key = node.attribute("http-equiv");
        if (!key.empty() && key.size() <= longest_name)
            record_.add(key, node.attribute("content"), node.line);
    }

    void take_link(const HtmlNode& node) {
        const std::string_view rel = node.attribute("rel");
        for (const std::string_view key : {"canonical", "license", "schema.dc"})
            if (has_word(rel, key))
                record_.add(key, node.attribute("href"), node.line);
    }

    void take_json_ld(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        if (node.tag != "script" || to_lower_ascii(node.attribute("type")) != "application/ld+json")
            return;
        std::string json;
        for (NodeIndex below = at + 1; below < node.end; ++below)
            json += tree_.nodes[below].text;
        for (KeyValue& value : json_ld_values(json, node.line))
            record_.values.push_back(std::move(value));
    }

    void collect_visible() {
        for (NodeIndex at = 1; at < tree_.nodes.size();) {
            const HtmlNode& node = tree_.nodes[at];
            if (left_out_[at] || node.tag == "blockquote") {
                at = node.end;
                continue;
            }
            if (node.tag == "time")
                take_time(at);
            if (node.tag == "a")
                take_relation(at);
            if (node.has_attribute("itemprop") && node.tag != "meta")
                take_property(at);
            if (node.has_attribute("class"))
                take_byline(at);
            ++at;
        }
    }

    // <p class="byline">By Ana Ruiz</p>, <span class="author">Ana Ruiz</span>
    void take_byline(NodeIndex at) {
        static const NameTable table("byline author writer contributor");
        if (!table.matches(given_names(tree_.nodes[at])))
            return;
        const std::string text = text_below_small(at);
        std::vector<std::string> names;
        if (text.size() > longest_name)
            return;
        if (const auto byline = parse_byline(text))
            names = byline->names;
        else if (is_person_name(text))
            names.push_back(text);
        else if (const auto writer = closing_writer(std::array<std::string_view, 1>{text}))
            names.push_back(*writer);
        for (const std::string& name : names)
            record_.add("byline", name, tree_.nodes[at].line);
    }

    void add_name(std::string_view key, NodeIndex at) {
        const std::string text = text_below_small(at);
        if (text.size() <= longest_name)
            record_.add(key, text, tree_.nodes[at].line);
    }

    // Names and dates stand in small elements; a large one is no name, and not worth a walk.
    std::string text_below_small(NodeIndex at) const {
        return tree_.nodes[at].end - at > 24 ? std::string() : text_below(tree_, at);
    }

    void take_time(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        static const NameTable updated("updated modified date-modified last-updated");
        static const NameTable published(
            "published pubdate entry-date post-date posted created publish-date date-published");
        const std::vector<std::string> names = given_names(node);
        std::string_view key = "time";
        if (updated.matches(names))
            key = "time.updated";
        else if (published.matches(names) || node.has_attribute("pubdate"))
            key = "time.published";
        if (!record_.first(key).empty())
            return;
        const std::string_view machine = node.attribute("datetime");
        record_.add(key, machine.empty() ? text_below_small(at) : std::string(machine), node.line);
    }

    void take_relation(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        const std::string_view rel = node.attribute("rel");
        if (rel.empty())
            return;
        if (has_word(rel, "license"))
            record_.add("license", node.attribute("href"), node.line);
        if (has_word(rel, "author"))
            add_name("rel.author", at);
        if (has_word(rel, "category"))
            add_name("rel.category", at);
        else if (has_word(rel, "tag"))
            add_name("rel.tag", at);
    }

    void take_property(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        for (const std::string_view name : {"author",
                                            "datePublished",
                                            "dateModified",
                                            "headline",
                                            "keywords",
                                            "articleSection"}) {
            if (!has_word(node.attribute("itemprop"), to_lower_ascii(name)))
                continue;
            const std::string key = "itemprop." + to_lower_ascii(name);
            std::string_view machine = node.attribute("content");
            if (machine.empty())
                machine = node.attribute("datetime");
            if (machine.empty())
                add_name(key, at);
            else
                record_.add(key, machine, node.line);
        }
    }

    const HtmlTree& tree_;
    const std::vector<bool>& left_out_;
    Record record_;
};

} // namespace

std::vector<KeyValue> page_values(const HtmlTree& tree, const std::vector<bool>& left_out) {
    return PageValues(tree, left_out).run();
}

} // namespace praxis::corpus
