// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/feed_item.h"

#include "base/utf8.h"
#include "corpus/formats/feed_text.h"
#include "corpus/formats/plain_text.h"
#include "corpus/html_text.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <array>
#include <utility>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr auto modules = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"http://purl.org/dc/elements/1.", "dc."},
    {"http://purl.org/dc/terms/", "dcterms."},
    {"http://purl.org/rss/1.0/modules/content/", "content."},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes."},
    {"http://www.w3.org/2005/atom", "atom."},
    {"http://purl.org/atom/ns#", "atom."},
    {"http://search.yahoo.com/mrss", "media."},
    {"http://www.w3.org/1999/xhtml", "xhtml."},
    {"http://backend.userland.com/creativecommonsrssmodule", "cc."},
    {"http://web.resource.org/cc/", "cc."},
    {"http://creativecommons.org/ns#license", "cc."},
    {"http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "cc."},
});

// Values that stand as they are, and the key that they go by.
constexpr auto plain_values = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"pubdate", "pubdate"},
    {"published", "published"},
    {"atom.published", "published"},
    {"issued", "issued"},
    {"created", "created"},
    {"dc.date", "dc.date"},
    {"dcterms.issued", "dcterms.issued"},
    {"dcterms.created", "dcterms.created"},
    {"updated", "updated"},
    {"atom.updated", "updated"},
    {"modified", "modified"},
    {"dcterms.modified", "dcterms.modified"},
    {"dc.language", "language"},
    {"language", "language"},
    {"dc.publisher", "publisher"},
    {"dc.source", "dc.source"},
    {"dc.type", "dc.type"},
    {"dc.coverage", "dc.coverage"},
    {"rights", "rights"},
    {"copyright", "rights"},
    {"dc.rights", "rights"},
    {"cc.license", "license"},
    {"expirationdate", "expirationdate"},
});

constexpr std::string_view people = "author|dc.creator|dc.author|atom.author|itunes.author";
constexpr std::string_view subjects = "dc.subject|itunes.keywords|media.keywords|keywords";
constexpr std::string_view contents = "content.encoded|content|atom.content|xhtml.body|xhtml.div";
constexpr std::string_view summaries =
    "description|summary|atom.summary|dc.description|dcterms.abstract|itunes.summary|"
    "media.description|itunes.subtitle|tagline|subtitle";
constexpr std::string_view titles = "title|dc.title|itunes.title|media.title|atom.title";

class FeedElements {
public:
    explicit FeedElements(const XmlNode& parent) : parent_(parent) {
        for (const XmlNode& child : parent.children)
            add(child);
    }

    const std::vector<const XmlNode*>& all() const { return elements_; }

    // The first element of one of the keys, in the order of the keys, that holds anything.
    const XmlNode* first(std::string_view keys) const {
        for (const std::string_view key : split_list(keys))
            for (const XmlNode* element : elements_)
                if (key_of(*element) == key && !plain_feed_text(*element).empty())
                    return element;
        return nullptr;
    }

    std::string text(std::string_view keys) const {
        const XmlNode* found = first(keys);
        return found == nullptr ? std::string() : plain_feed_text(*found);
    }

    std::string key_of(const XmlNode& element) const {
        return feed_key(element, parent_.name_space);
    }

private:
    // Media RSS groups what belongs to one picture or film.
    void add(const XmlNode& child) {
        if (child.is_text())
            return;
        elements_.push_back(&child);
        if (key_of(child) == "media.group")
            for (const XmlNode& inner : child.children)
                if (!inner.is_text())
                    elements_.push_back(&inner);
    }

    const XmlNode& parent_;
    std::vector<const XmlNode*> elements_;
};

std::vector<schemas::Passage> passages_of(const XmlNode& node) {
    const FeedText content = feed_text(node);
    if (content.is_html) {
        auto html = read_html(content.text, HtmlExtent::Fragment);
        return html ? std::move(html->passages) : std::vector<schemas::Passage>();
    }
    PassageBuilder passages;
    for (const Paragraph& paragraph : paragraphs_of(content.text))
        passages.paragraph(paragraph.text);
    return passages.take();
}

// An Atom category has its label or term in attributes, an RSS one its text.
std::string category_of(const XmlNode& node) {
    for (const std::string_view attribute : {"label", "term", "text"})
        if (const auto value = node.attribute(attribute); value && !trim(*value).empty())
            return std::string(*value);
    return plain_feed_text(node);
}

void add_categories(Record& record, const XmlNode& node) {
    record.add("category", category_of(node), node.line);
    for (const XmlNode& below : node.children)
        if (below.name == "category")
            record.add("category", category_of(below), below.line);
}

void add_link(Record& record, const XmlNode& node) {
    const std::string_view rel = node.attribute("rel").value_or("alternate");
    std::string href(node.attribute("href").value_or(""));
    if (href.empty())
        href = running_text(node);
    if (rel == "alternate" && record.first("link").empty())
        record.add("link", href, node.line);
    else if (rel == "license")
        record.add("license", href, node.line);
}

void add_element(Record& record, const XmlNode& node, const std::string& key) {
    for (const auto& [from, to] : plain_values)
        if (key == from)
            record.add(to, plain_feed_text(node), node.line);
    if (is_listed(key, people))
        record.add("author", feed_person(node), node.line);
    else if (is_listed(key, subjects))
        record.add(key, plain_feed_text(node), node.line);
    else if (key == "category" || key == "itunes.category" || key == "media.category" ||
             key == "atom.category")
        add_categories(record, node);
    else if (key == "link" || key == "atom.link")
        add_link(record, node);
    else if (key == "cc.license" && node.attribute("rdf:resource"))
        record.add("license", *node.attribute("rdf:resource"), node.line);
    else if (key == "source" || key == "atom.source")
        record.add("source.title",
                   has_child_elements(node) ? child_text(node, "title") : running_text(node),
                   node.line);
}

std::string identifier_of(const XmlNode& item, const FeedElements& elements) {
    for (const std::string_view key : {"guid", "id", "atom.id", "dc.identifier"})
        if (std::string id = elements.text(key); !id.empty())
            return id;
    return std::string(item.attribute("rdf:about").value_or(""));
}

void add_language(Record& record, const XmlNode& node) {
    if (record.first("language").empty())
        record.add("language", node.attribute("xml:lang").value_or(""), node.line);
}

} // namespace

std::string feed_key(const XmlNode& element, const std::string& own_name_space) {
    std::string name = to_lower_ascii(element.name);
    if (element.name_space == own_name_space)
        return name;
    const std::string space = to_lower_ascii(element.name_space);
    for (const auto& [uri, prefix] : modules)
        if (space.starts_with(uri))
            return std::string(prefix) + name;
    return {};
}

Record read_feed_item(const XmlNode& item) {
    const FeedElements elements(item);
    Record record;
    record.line = item.line;
    record.add("title", elements.text(titles), item.line);
    for (const XmlNode* element : elements.all())
        if (const std::string key = elements.key_of(*element); !key.empty())
            add_element(record, *element, key);
    add_language(record, item);
    const XmlNode* content = elements.first(contents);
    const XmlNode* summary = elements.first(summaries);
    if (content != nullptr)
        record.passages = passages_of(*content);
    if (summary != nullptr && !record.passages.empty())
        record.add("description", plain_feed_text(*summary), summary->line);
    else if (summary != nullptr)
        record.passages = passages_of(*summary);
    record.source_id = identifier_of(item, elements);
    if (record.source_id.empty())
        record.source_id = record.first("link");
    return record;
}

Record read_feed_head(const XmlNode& feed) {
    const FeedElements elements(feed);
    Record head;
    head.add("feed.title", elements.text(titles), feed.line);
    for (const XmlNode* element : elements.all()) {
        const std::string key = elements.key_of(*element);
        if (is_listed(key,
                      "language|dc.language|dc.publisher|rights|copyright|dc.rights|"
                      "cc.license|author|atom.author|itunes.author"))
            add_element(head, *element, key);
    }
    add_language(head, feed);
    return head;
}

} // namespace praxis::corpus
