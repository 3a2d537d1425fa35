// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/dating.h"

#include "base/utf8.h"
#include "corpus/dates.h"

#include <fmt/format.h>

#include <string>

namespace praxis::corpus {

namespace {

std::optional<Date> date_field(const MappedRecord& record, std::string_view property) {
    const MappedValue* value = record.first(property);
    return value == nullptr ? std::nullopt : parse_date(value->value);
}

// The opening of all passages together.
std::string opening_of(const std::vector<schemas::Passage>& passages) {
    constexpr std::size_t enough = 4000; // bytes of 1,000 code points at most
    std::string text;
    for (const schemas::Passage& passage : passages) {
        if (text.size() >= enough)
            break;
        text += passage.heading + "\n" + passage.text.substr(0, enough) + "\n";
    }
    return text;
}

bool is_plan(const schemas::Publication& publication) {
    return publication.kind == "plan" ||
           to_lower_ascii(publication.title).find("plan") != std::string::npos;
}

std::optional<schemas::Period> ordered(const std::optional<Date>& begin,
                                       const std::optional<Date>& end) {
    if (!begin || !end || end->last_day() <= begin->last_day())
        return std::nullopt;
    return schemas::Period{*begin, *end};
}

std::optional<schemas::Period> period_of(const MappedRecord& record,
                                         const schemas::Publication& publication,
                                         const std::optional<Date>& date) {
    if (const MappedValue* value = record.first("period"))
        return parse_period(value->value, true);
    const auto begin = date_field(record, "period-begin");
    const auto end = date_field(record, "period-end");
    if (auto period = ordered(begin ? begin : date, end ? end : date))
        return period;
    if (!is_plan(publication))
        return std::nullopt;
    const auto years = parse_period(publication.title, true);
    return years && years->begin != years->end ? years : std::nullopt;
}

} // namespace

Dating date_publication(const MappedRecord& record,
                        const schemas::Publication& publication,
                        std::string_view path) {
    Dating dating;
    auto date = date_field(record, "date");
    dating.updated = date_field(record, "updated");
    dating.period = period_of(record, publication, date);
    if (!date)
        date = date_field(record, "period-begin");
    if (date)
        dating.date = {*date, schemas::DateOrigin::Field};
    else if (const auto named = date_in_path(path))
        dating.date = {*named, schemas::DateOrigin::FileName};
    else if (const auto told = date_in_opening(opening_of(publication.passages)))
        dating.date = {*told, schemas::DateOrigin::Text};
    return dating;
}

std::vector<Diagnostic> misread_dates(const MappedRecord& record, std::string_view path) {
    std::vector<Diagnostic> diagnostics;
    for (const std::string_view property : {"date", "updated", "period-begin", "period-end"}) {
        const MappedValue* value = record.passed_over(property);
        if (value == nullptr || value->value == "true" || value->value == "false")
            continue;
        diagnostics.push_back({Severity::Warning,
                               std::string(path),
                               value->line,
                               0,
                               fmt::format("\"{}: {}\" is no date; write it as 2016-05-31",
                                           value->key,
                                           first_code_points(value->value, 60))});
    }
    return diagnostics;
}

} // namespace praxis::corpus
