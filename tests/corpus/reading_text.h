// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/reader.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace praxis::tests {

// What a reader hands over, as text that people can review: each record with its keys, values and
// passages, each diagnostic with its place.
class ReadingText {
public:
    corpus::Sink sink() {
        return {[this](corpus::Record record) { add(record); },
                [this](corpus::Diagnostic diagnostic) {
                    add(diagnostic);
                }};
    }

    const std::string& text() const { return text_; }

private:
    void add(const corpus::Record& record) {
        text_ += "record\n";
        member("source id", record.source_id);
        member("anchor", record.anchor);
        member("parent anchor", record.parent_anchor);
        member("kind hint", record.kind_hint);
        if (record.is_container)
            text_ += "  container\n";
        for (const corpus::KeyValue& value : record.values)
            add(value);
        for (const schemas::Passage& passage : record.passages)
            add(passage);
        text_ += '\n';
    }

    void add(const corpus::KeyValue& value) {
        text_ += "  " + value.key;
        if (!value.qualifier.empty())
            text_ += " (" + value.qualifier + ")";
        const bool has_value = value.path.empty() || value.key == "relation";
        text_ += ": " + (has_value ? value.value : std::string());
        for (std::size_t i = 0; i < value.path.size(); ++i)
            text_ += (i == 0 && !has_value ? "" : " > ") + value.path[i];
        text_ += '\n';
    }

    void add(const schemas::Passage& passage) {
        text_ += fmt::format("  --- {} {}", passage.level, passage.heading);
        if (!passage.anchor.empty())
            text_ += " #" + passage.anchor;
        if (!passage.place.empty())
            text_ += " @" + passage.place;
        text_ += '\n';
        if (!passage.text.empty())
            text_ += passage.text + '\n';
    }

    void add(const corpus::Diagnostic& diagnostic) {
        constexpr const char* words[] = {"note", "warning", "error"};
        text_ += fmt::format("{}:{}:{}: {}: {}\n\n",
                             diagnostic.path,
                             diagnostic.line,
                             diagnostic.column,
                             words[static_cast<int>(diagnostic.severity)],
                             diagnostic.text);
    }

    void member(std::string_view name, std::string_view value) {
        if (!value.empty())
            text_ += fmt::format("  [{}] {}\n", name, value);
    }

    std::string text_;
};

} // namespace praxis::tests
