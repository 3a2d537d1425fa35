// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/dating.h"

#include "base/utf8.h"
#include "corpus/dates.h"

#include <fmt/format.h>

#include <string>

namespace praxis::corpus {

namespace {

// The first value of a property that is a date; one that is none is told.
std::optional<Date> date_field(const MappedRecord& record,
                               std::string_view property,
                               std::string_view path,
                               std::vector<Diagnostic>& diagnostics) {
    std::vector<Diagnostic> misread;
    for (const MappedValue& value : record.all(property)) {
        if (const auto date = parse_date(value.value))
            return date;
        misread.push_back({Severity::Warning,
                           std::string(path),
                           value.line,
                           0,
                           fmt::format("\"{}: {}\" is no date; write it as 2016-05-31",
                                       value.key,
                                       first_code_points(value.value, 60))});
    }
    diagnostics.insert(diagnostics.end(), misread.begin(), misread.end());
    return std::nullopt;
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

std::optional<schemas::Period> period_of(const MappedRecord& record,
                                         const schemas::Publication& publication,
                                         const std::optional<schemas::DatedBy>& date,
                                         std::optional<Date> end) {
    for (const MappedValue& value : record.all("period"))
        if (auto period = parse_period(value.value, true))
            return period;
    if (date && end && date->origin == schemas::DateOrigin::Field &&
        end->first_day() > date->date.last_day())
        return schemas::Period{date->date, *end};
    if (is_plan(publication))
        if (auto period = parse_period(publication.title, true);
            period && period->begin != period->end)
            return period;
    return std::nullopt;
}

} // namespace

Dating date_publication(const MappedRecord& record,
                        const schemas::Publication& publication,
                        std::string_view path) {
    Dating dating;
    if (const auto date = date_field(record, "date", path, dating.diagnostics))
        dating.date = {*date, schemas::DateOrigin::Field};
    else if (const auto named = date_in_path(path))
        dating.date = {*named, schemas::DateOrigin::FileName};
    else if (const auto told = date_in_opening(opening_of(publication.passages)))
        dating.date = {*told, schemas::DateOrigin::Text};
    dating.updated = date_field(record, "updated", path, dating.diagnostics);
    const auto end = date_field(record, "end", path, dating.diagnostics);
    dating.period = period_of(record, publication, dating.date, end);
    return dating;
}

} // namespace praxis::corpus
