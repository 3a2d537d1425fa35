// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/toml_front_matter.h"

#include "base/utf8.h"
#include "corpus/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::corpus {

namespace {

std::string key_of(std::string_view written) {
    std::string key = to_lower_ascii(trim(written));
    key.erase(std::remove_if(
                  key.begin(), key.end(), [](char c) { return c == '"' || c == '\'' || c == ' '; }),
              key.end());
    return key;
}

class TomlReader {
public:
    TomlReader(std::string_view toml, int first_line, FrontMatter& into)
        : rest_(toml), line_(first_line), into_(into) {}

    void read() {
        while (!rest_.empty()) {
            const std::string_view line = trim(rest_.substr(0, rest_.find('\n')));
            const std::size_t equals = rest_.find('=');
            if (line.empty() || line.front() == '#')
                pass(rest_.find('\n'));
            else if (line.front() == '[')
                table(line);
            else if (equals < rest_.find('\n'))
                entry(equals);
            else
                untidy("no \"key = value\"");
        }
    }

private:
    // Moves behind `length` bytes and the rest of their line.
    void pass(std::size_t length) {
        const std::size_t end = rest_.find('\n', std::min(length, rest_.size()));
        const std::size_t next = end == std::string_view::npos ? rest_.size() : end + 1;
        line_ += static_cast<int>(
            std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
        rest_.remove_prefix(next);
    }

    void untidy(std::string_view what) {
        into_.remarks.push_back(
            {Severity::Warning, line_, fmt::format("front matter: {}; it was left out", what)});
        pass(0);
    }

    void table(std::string_view line) {
        line = line.substr(0, line.find(']'));
        line.remove_prefix(std::min(line.find_first_not_of('['), line.size()));
        table_ = key_of(line);
        pass(0);
    }

    void entry(std::size_t equals) {
        const std::string name = key_of(rest_.substr(0, equals));
        const std::string key = table_.empty() ? name : table_ + "." + name;
        const std::size_t start =
            std::min(rest_.find_first_not_of(" \t", equals + 1), rest_.size());
        const std::string_view text = rest_.substr(start);
        if (text.starts_with("\"\"\"") || text.starts_with("'''"))
            return long_string(key, text, start);
        if (text.starts_with('"') || text.starts_with('\'')) {
            const auto quoted = read_quoted(text);
            if (!quoted)
                return untidy("open quotes");
            add(key, quoted->value);
            return pass(start + quoted->length);
        }
        if (text.starts_with('[') || text.starts_with('{'))
            return collection(key, text, start);
        add(key, bare(text.substr(0, text.find('\n'))));
        pass(start);
    }

    void long_string(const std::string& key, std::string_view text, std::size_t start) {
        const std::size_t end = text.find(text.substr(0, 3), 3);
        if (end == std::string_view::npos)
            return untidy("open quotes");
        add(key, text.substr(3, end - 3));
        pass(start + end + 3);
    }

    void collection(const std::string& key, std::string_view text, std::size_t start) {
        const auto length =
            read_flow(text, '=', [&](std::string_view below, const std::string& value) {
                add(below.empty() ? key : key + "." + key_of(below), value);
            });
        if (!length)
            return untidy("open brackets");
        pass(start + *length);
    }

    void add(const std::string& key, std::string_view value) {
        if (!trim(value).empty())
            into_.values.push_back({.key = key, .value = repair_utf8(trim(value)), .line = line_});
    }

    std::string_view rest_;
    int line_;
    FrontMatter& into_;
    std::string table_;
};

} // namespace

void read_toml(std::string_view toml, int first_line, FrontMatter& into) {
    TomlReader(toml, first_line, into).read();
}

} // namespace praxis::corpus
