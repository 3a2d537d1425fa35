// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/jats_front.h"

#include "base/utf8.h"
#include "corpus/formats/jats_people.h"
#include "corpus/formats/jats_text.h"
#include "corpus/phrases.h"
#include "corpus/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr std::string_view research_types =
    "research-article|review-article|systematic-review|brief-report|case-report|data-paper|"
    "methods-article|rapid-communication|report|dissertation|meeting-report|protocol";

std::string attribute(const XmlNode& node, std::string_view key) {
    return std::string(node.attribute(key).value_or(""));
}

std::string iso_date(const XmlNode& date) {
    if (const auto iso = date.attribute("iso-8601-date"))
        return std::string(*iso);
    const std::string year = child_text(date, "year");
    const std::string month = child_text(date, "month");
    const std::string day = child_text(date, "day");
    const auto two = [](const std::string& number) {
        return number.size() == 1 ? "0" + number : number;
    };
    const bool is_number =
        !month.empty() && month.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number)
        return collapse_whitespace(fmt::format("{} {} {}", day, month, year));
    return day.empty() ? fmt::format("{}-{}", year, two(month))
                       : fmt::format("{}-{}-{}", year, two(month), two(day));
}

// Electronic, then print, then what is only called "pub", then the collection's.
int date_rank(const XmlNode& date) {
    const std::string type = attribute(date, "pub-type") + attribute(date, "date-type");
    const std::string format = attribute(date, "publication-format");
    if (type == "epub" || (type == "pub" && format == "electronic"))
        return 0;
    if (type == "ppub" || (type == "pub" && format == "print"))
        return 1;
    if (type == "pub" || type.empty())
        return 2;
    return type == "collection" ? 3 : 4;
}

void add_date(Record& record, const XmlNode& meta) {
    const std::vector<const XmlNode*> dates = meta.children_named("pub-date");
    const auto best = std::min_element(dates.begin(), dates.end(), [](auto* one, auto* other) {
        return date_rank(*one) < date_rank(*other);
    });
    if (best != dates.end())
        record.add("date", iso_date(**best), (*best)->line);
}

using Path = std::vector<std::string>;

void collect_subjects(const XmlNode& group, Path path, std::vector<Path>& found) {
    const std::vector<const XmlNode*> inner = group.children_named("subj-group");
    const std::vector<const XmlNode*> subjects = group.children_named("subject");
    for (const XmlNode* subject : subjects) {
        Path own = path;
        const std::string words = running_text(*subject);
        for (const std::string_view level : split_at(words, {"/"}))
            own.emplace_back(level);
        if (!inner.empty() && subject == subjects.back())
            path = own;
        else
            found.push_back(own);
    }
    for (const XmlNode* below : inner)
        collect_subjects(*below, path, found);
}

// The newest edition of a scheme that the article is filed by: "Discipline-v3" before
// "Discipline-v2" before "Discipline".
std::map<std::string, std::string> newest_schemes(const XmlNode& categories) {
    std::map<std::string, std::string> newest; // scheme without edition → with its newest one
    for (const XmlNode* group : categories.children_named("subj-group")) {
        const std::string type = attribute(*group, "subj-group-type");
        std::string& known = newest[type.substr(0, type.rfind("-v"))];
        known = std::max(known, type);
    }
    return newest;
}

void add_subjects(Record& record, const XmlNode& meta) {
    const XmlNode* categories = meta.child("article-categories");
    if (categories == nullptr)
        return;
    const auto newest = newest_schemes(*categories);
    std::vector<Path> paths;
    for (const XmlNode* group : categories->children_named("subj-group")) {
        const std::string type = attribute(*group, "subj-group-type");
        if (type == "heading" || type == "article-type")
            record.add("article.heading", child_text(*group, "subject"), group->line);
        else if (newest.at(type.substr(0, type.rfind("-v"))) == type)
            collect_subjects(*group, {}, paths);
    }
    std::set<Path> seen;
    for (const Path& path : paths)
        if (!path.empty() && seen.insert(path).second)
            record.add_path("subject", path, categories->line);
}

void add_abstracts(Record& record, const XmlNode& meta) {
    for (const XmlNode* abstract : meta.children_named("abstract")) {
        const std::string type = attribute(*abstract, "abstract-type");
        const bool is_short = type == "toc" || type == "teaser" || type == "short";
        if (type.empty() || is_short)
            record.add(
                is_short ? "abstract.short" : "abstract", jats_text(*abstract), abstract->line);
    }
}

void add_licence(Record& record, const XmlNode& meta) {
    const XmlNode* licence = find_below(meta, "license");
    if (licence == nullptr)
        return;
    std::string url = attribute(*licence, "xlink:href");
    if (url.empty())
        if (const XmlNode* reference = find_below(*licence, "license_ref"))
            url = running_text(*reference);
    record.add("license", url.empty() ? jats_text(*licence) : url, licence->line);
}

void add_journal(Record& record, const XmlNode& journal) {
    const XmlNode* title = find_below(journal, "journal-title");
    if (title != nullptr)
        record.add("journal", running_text(*title), title->line);
    if (const XmlNode* publisher = find_below(journal, "publisher-name"))
        record.add("publisher", running_text(*publisher), publisher->line);
    record.add("issn", child_text(journal, "issn"), journal.line);
}

void add_relations(Record& record, const XmlNode& meta) {
    for (const XmlNode* related : meta.children_named("related-article")) {
        std::string target = attribute(*related, "xlink:href");
        if (target.starts_with("info:doi/"))
            target = "https://doi.org/" + target.substr(9);
        if (target.starts_with("http"))
            record.values.push_back({.key = "relation",
                                     .value = target,
                                     .line = related->line,
                                     .qualifier = attribute(*related, "related-article-type")});
    }
}

void add_identifiers(Record& record, const XmlNode& meta) {
    for (const XmlNode* id : meta.children_named("article-id"))
        if (attribute(*id, "pub-id-type") == "doi")
            record.source_id = running_text(*id);
    if (record.source_id.empty())
        record.source_id = child_text(meta, "article-id");
    else
        record.add("link", "https://doi.org/" + record.source_id, meta.line);
    for (const std::string_view part : {"volume", "issue", "fpage", "lpage", "elocation-id"})
        record.add(part, child_text(meta, part), meta.line);
}

void add_title(Record& record, const XmlNode& meta) {
    const XmlNode* group = meta.child("title-group");
    const XmlNode* title = group == nullptr ? nullptr : group->child("article-title");
    std::string text = title == nullptr ? std::string() : jats_text(*title);
    if (const XmlNode* subtitle = group == nullptr ? nullptr : group->child("subtitle"))
        text += (text.empty() || text.ends_with('?') ? " " : ": ") + jats_text(*subtitle);
    record.add("title", text, meta.line);
    for (const XmlNode* keywords : meta.children_named("kwd-group"))
        for (const XmlNode* keyword : keywords->children_named("kwd"))
            record.add("kwd", running_text(*keyword), keyword->line);
}

} // namespace

Record read_jats_front(const XmlNode& article) {
    Record record;
    record.line = article.line;
    const std::string type = attribute(article, "article-type");
    record.kind_hint = is_listed(type, research_types) ? "research-report" : "article";
    const XmlNode* front = article.child("front");
    const XmlNode* meta = front == nullptr ? nullptr : front->child("article-meta");
    if (meta == nullptr)
        return record;
    add_identifiers(record, *meta);
    add_title(record, *meta);
    add_jats_authors(record, *meta);
    add_jats_affiliations(record, *meta);
    add_date(record, *meta);
    add_subjects(record, *meta);
    add_abstracts(record, *meta);
    if (const XmlNode* journal = front->child("journal-meta"))
        add_journal(record, *journal);
    add_licence(record, *meta);
    add_relations(record, *meta);
    record.add("jats.article-type", type, article.line);
    record.add("language", attribute(article, "xml:lang"), article.line);
    return record;
}

} // namespace praxis::corpus
