// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/record.h"

#include "base/utf8.h"

namespace praxis::corpus {

void Record::add(std::string_view key, std::string_view value, int at_line) {
    std::string repaired = repair_utf8(trim(value));
    if (repaired.empty())
        return;
    values.push_back(
        {.key = to_lower_ascii(trim(key)), .value = std::move(repaired), .line = at_line});
}

std::string_view Record::first(std::string_view key) const {
    for (const KeyValue& entry : values)
        if (entry.key == key)
            return entry.value;
    return {};
}

} // namespace praxis::corpus
