// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/record.h"

#include "base/utf8.h"

#include <fmt/ranges.h>

namespace praxis::corpus {

void Record::add(std::string_view key, std::string_view value, int at_line) {
    std::string repaired = repair_utf8(trim(value));
    if (repaired.empty())
        return;
    values.push_back(
        {.key = to_lower_ascii(trim(key)), .value = std::move(repaired), .line = at_line});
}

void Record::add_path(std::string_view key, const std::vector<std::string>& levels, int at_line) {
    const std::size_t before = values.size();
    add(key, fmt::format("{}", fmt::join(levels, "/")), at_line);
    if (levels.size() > 1 && values.size() > before)
        values.back().path = levels;
}

std::string_view Record::first(std::string_view key) const {
    for (const KeyValue& entry : values)
        if (entry.key == key)
            return entry.value;
    return {};
}

} // namespace praxis::corpus
