// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/ris.h"

#include "server/http/citations/kind_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace praxis::http {

namespace {

void add(std::string& record, std::string_view tag, std::string_view value) {
    if (!value.empty())
        fmt::format_to(std::back_inserter(record), "{}  - {}\r\n", tag, value);
}

// A comma in the name of a body would make a person of it.
std::string written(const CitedName& name) {
    if (name.is_person())
        return name.inverted();
    std::string body = name.literal;
    std::ranges::replace(body, ',', ' ');
    return one_line(body);
}

// "2016/05/02/": what is not known stays empty between its slashes.
std::string slashed(const Date& date) {
    return fmt::format("{:04}/{}/{}/",
                       date.year,
                       date.month > 0 ? fmt::format("{:02}", date.month) : "",
                       date.day > 0 ? fmt::format("{:02}", date.day) : "");
}

} // namespace

std::string ris_record(const Reference& reference) {
    std::string record;
    add(record, "TY", terms_of_kind(reference.kind).ris);
    add(record, "ID", reference.id);
    add(record, "TI", reference.title);
    for (const CitedName& name : reference.authors)
        add(record, "AU", written(name));
    if (reference.date) {
        add(record, "PY", fmt::format("{:04}", reference.date->year));
        add(record, "DA", slashed(*reference.date));
    }
    add(record, "T2", reference.container);
    for (const std::string& publisher : reference.publishers)
        add(record, "PB", publisher);
    add(record, "M3", reference.kind_label);
    add(record, "AB", reference.abstract);
    for (const std::string& subject : reference.subjects)
        add(record, "KW", subject);
    add(record, "LA", reference.language);
    add(record, "DO", reference.doi);
    add(record, "UR", reference.url());
    return record + "ER  - \r\n";
}

} // namespace praxis::http
