// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/plain_text.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"

#include <algorithm>

namespace praxis::http {

namespace {

void add_line(std::string& text, std::string_view line) {
    if (!line.empty())
        text += std::string(line) + "\n";
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string line;
    for (const std::string& entry : texts)
        line += (line.empty() ? std::string() : std::string(between)) + entry;
    return line;
}

std::string authors_of(const Reference& reference) {
    std::vector<std::string> names;
    for (const CitedName& name : reference.authors)
        names.push_back(name.is_person() ? name.given + " " + name.family +
                                               (name.suffix.empty() ? "" : " " + name.suffix)
                                         : name.literal);
    return joined(names, ", ");
}

void add_paragraphs(std::string& text, std::string_view passage) {
    while (!passage.empty()) {
        const std::size_t end = std::min(passage.find('\n'), passage.size());
        const std::string paragraph = one_line(passage.substr(0, end));
        if (!paragraph.empty())
            text += "\n" + paragraph + "\n";
        passage.remove_prefix(std::min(end + 1, passage.size()));
    }
}

} // namespace

std::string plain_text(const schemas::Publication& publication, const Reference& reference) {
    std::string text = reference.title + "\n";
    add_line(text, authors_of(reference));
    add_line(text, joined(reference.publishers, ", "));
    std::string what = reference.kind_label;
    if (reference.date)
        what += (what.empty() ? "" : ", ") + shown_date(*reference.date);
    if (!reference.container.empty())
        what += (what.empty() ? "" : ", ") + reference.container;
    add_line(text, what);
    add_line(text, reference.doi.empty() ? "" : "https://doi.org/" + reference.doi);
    add_line(text, reference.url());
    if (!reference.abstract.empty())
        text += "\n" + reference.abstract + "\n";
    for (const schemas::Passage& passage : publication.passages) {
        if (!passage.heading.empty())
            text += "\n" + one_line(passage.heading) + "\n";
        add_paragraphs(text, passage.text);
    }
    return text;
}

} // namespace praxis::http
