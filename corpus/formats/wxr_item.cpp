// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/wxr_item.h"

#include "base/utf8.h"
#include "corpus/formats/wordpress_markup.h"
#include "corpus/html_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr std::size_t deepest_category = 8;

constexpr std::string_view technical_types =
    "attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|"
    "wp_block|wp_template|wp_template_part|wp_global_styles|wp_navigation|acf-field|"
    "acf-field-group|feedback";

// "content:encoded" and "excerpt:encoded" differ in their name spaces only.
const XmlNode* encoded(const XmlNode& item, std::string_view which) {
    for (const XmlNode& child : item.children)
        if (child.name == "encoded" && child.name_space.find(which) != std::string::npos)
            return &child;
    return nullptr;
}

std::string date_of(const XmlNode& item, std::string_view element) {
    const std::string date = child_text(item, element);
    return date.starts_with("0000") ? std::string() : date;
}

void add_dates(Record& record, const XmlNode& item) {
    const std::string posted = date_of(item, "post_date");
    record.add("date", posted.empty() ? child_text(item, "pubDate") : posted, item.line);
    record.add("modified", date_of(item, "post_modified"), item.line);
}

// "https://www.example.org/notebook/" → "example.org/notebook"; empty if it is no web address.
std::string without_scheme(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return {};
    address.remove_prefix(scheme + 3);
    if (address.starts_with("www."))
        address.remove_prefix(4);
    while (address.ends_with('/'))
        address.remove_suffix(1);
    return to_lower_ascii(address);
}

// WordPress counts its posts from 1 in every site, so that a bare number names one of many.
std::string source_id_of(const XmlNode& item, const WxrSite& site) {
    const std::string number = child_text(item, "post_id");
    std::string guid = child_text(item, "guid");
    if (number.empty())
        return guid;
    std::string place = site.address();
    if (place.empty()) // "https://example.org/?p=12"
        place = without_scheme(guid.substr(0, guid.find_first_of("/?", guid.find("://") + 3)));
    return place.empty() ? number : place + "/" + number;
}

void add_term(Record& record, const XmlNode& node, const WxrSite& site) {
    const std::string name = html_to_plain_text(running_text(node));
    const std::string slug(node.attribute("nicename").value_or(""));
    const std::string key(node.attribute("domain").value_or("category"));
    if (name.empty() || slug == "uncategorized" || key == "post_format")
        return;
    if (key == "category")
        record.add_path(key, site.category_path(slug, name), node.line);
    else
        record.add(key, name, node.line);
}

void add_description(Record& record, const XmlNode& item) {
    if (const XmlNode* excerpt = encoded(item, "excerpt"))
        record.add("excerpt", html_to_plain_text(running_text(*excerpt)), excerpt->line);
    for (const XmlNode* meta : item.children_named("postmeta"))
        if (is_listed(child_text(*meta, "meta_key"),
                      "_yoast_wpseo_metadesc|_aioseop_description|_genesis_description"))
            record.add(
                "description", html_to_plain_text(child_text(*meta, "meta_value")), meta->line);
}

} // namespace

void WxrSite::take(const XmlNode& element) {
    if (element.name == "title")
        title_ = running_text(element);
    else if (element.name == "language")
        language_ = running_text(element);
    else if (element.name == "link" && address_.empty())
        address_ = without_scheme(running_text(element));
    else if (element.name == "author")
        authors_[child_text(element, "author_login")] = child_text(element, "author_display_name");
    else if (element.name == "category")
        categories_[child_text(element, "category_nicename")] = {
            html_to_plain_text(child_text(element, "cat_name")),
            child_text(element, "category_parent")};
}

std::string WxrSite::author(const std::string& login) const {
    const auto known = authors_.find(login);
    return known == authors_.end() || known->second.empty() ? login : known->second;
}

std::vector<std::string> WxrSite::category_path(const std::string& slug,
                                                const std::string& name) const {
    std::vector<std::string> path = {name};
    auto at = categories_.find(slug);
    while (at != categories_.end() && !at->second.parent.empty() &&
           path.size() < deepest_category) {
        at = categories_.find(at->second.parent);
        if (at != categories_.end())
            path.push_back(at->second.name);
    }
    std::reverse(path.begin(), path.end());
    return path;
}

std::string why_left_out(const XmlNode& item) {
    std::string type = child_text(item, "post_type");
    std::string status = child_text(item, "status");
    if (is_listed(type, technical_types))
        return type;
    if (!status.empty() && status != "publish")
        return status;
    return child_text(item, "post_password").empty() ? std::string() : "with a password";
}

Record read_wxr_item(const XmlNode& item, const WxrSite& site) {
    Record record;
    record.line = item.line;
    record.source_id = source_id_of(item, site);
    record.anchor = child_text(item, "post_name");
    record.add("title", html_to_plain_text(child_text(item, "title")), item.line);
    add_dates(record, item);
    record.add("author", site.author(child_text(item, "creator")), item.line);
    record.add("link", child_text(item, "link"), item.line);
    record.add("language", site.language(), item.line);
    record.add("feed.title", site.title(), item.line);
    for (const XmlNode* category : item.children_named("category"))
        add_term(record, *category, site);
    add_description(record, item);
    if (const XmlNode* content = encoded(item, "content")) {
        auto html = read_html(wordpress_markup(content->all_text()), HtmlExtent::Fragment);
        if (html)
            record.passages = std::move(html->passages);
    }
    return record;
}

} // namespace praxis::corpus
