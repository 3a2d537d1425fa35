// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/labels.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <array>

namespace praxis::http {

std::string shown_number(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
    return fmt::format("{} {}", shown_number(number), number == 1 ? singular : plural);
}

std::string quoted_query(std::string_view query) {
    const std::string line = collapse_whitespace(query);
    const bool is_phrase = line.size() > 1 && line.front() == '"' && line.back() == '"';
    return is_phrase ? line : "“" + line + "”";
}

std::string shown_date(const Date& date) {
    static constexpr std::array<std::string_view, 12> months = {"January",
                                                                "February",
                                                                "March",
                                                                "April",
                                                                "May",
                                                                "June",
                                                                "July",
                                                                "August",
                                                                "September",
                                                                "October",
                                                                "November",
                                                                "December"};
    if (date.month < 1 || date.month > 12)
        return std::to_string(date.year);
    const std::string_view month = months[static_cast<std::size_t>(date.month - 1)];
    return date.day == 0 ? fmt::format("{} {}", month, date.year)
                         : fmt::format("{} {}, {}", month, date.day, date.year);
}

std::string
value_label(const schemas::Library& library, std::string_view facet, std::string_view value) {
    const schemas::Facet* described = library.facet(facet);
    const std::string_view last = value.substr(value.rfind('/') + 1);
    if (described != nullptr) {
        const auto whole = described->labels.find(std::string(value));
        if (whole != described->labels.end())
            return whole->second;
    }
    return slug_as_words(last);
}

std::string slug_as_words(std::string_view slug) {
    std::string words(slug);
    for (char& c : words)
        if (c == '-' || c == '_')
            c = ' ';
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

} // namespace praxis::http
