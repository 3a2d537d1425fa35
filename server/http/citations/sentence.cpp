// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/sentence.h"

#include "server/http/pages/labels.h"

#include <vector>

namespace praxis::http {

namespace {

std::string written(const CitedName& name) {
    if (!name.is_person())
        return name.literal;
    return name.given + " " + name.family + (name.suffix.empty() ? "" : ", " + name.suffix);
}

// "A", "A and B", "A, B, and C"
std::string enumerated(const std::vector<CitedName>& names) {
    std::string line;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool last = i > 0 && i + 1 == names.size();
        line += i == 0 ? "" : !last ? ", " : names.size() == 2 ? " and " : ", and ";
        line += written(names[i]);
    }
    return line;
}

bool ends_a_sentence(const std::string& text) {
    return !text.empty() && std::string_view(".?!").find(text.back()) != std::string_view::npos;
}

void add_part(std::string& line, const std::string& part) {
    if (!part.empty())
        line += (line.empty() ? "" : ", ") + part;
}

} // namespace

std::string citation_sentence(const Reference& reference) {
    std::string sentence = enumerated(reference.authors);
    if (!sentence.empty())
        sentence += ends_a_sentence(sentence) ? " " : ". ";
    sentence += "“" + reference.title + (ends_a_sentence(reference.title) ? "”" : ".”");
    std::string where;
    add_part(where, reference.container);
    if (!reference.publishers.empty())
        add_part(where, reference.publishers.front());
    if (reference.date)
        add_part(where, shown_date(*reference.date));
    if (!where.empty())
        sentence += " " + where + ".";
    return sentence;
}

} // namespace praxis::http
