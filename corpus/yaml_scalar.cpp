// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/yaml_scalar.h"

#include "base/utf8.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr int deepest = 32;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

std::optional<char32_t> hex_number(std::string_view digits) {
    char32_t value = 0;
    for (const char c : to_lower_ascii(digits)) {
        if (c >= '0' && c <= '9')
            value = value * 16 + static_cast<char32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + static_cast<char32_t>(c - 'a' + 10);
        else
            return std::nullopt;
    }
    return value;
}

// A line end in a quoted string and the blanks around it become one blank.
void fold(std::string_view text, std::size_t& at, std::string& into) {
    while (!into.empty() && is_blank(into.back()))
        into.pop_back();
    while (at < text.size() && is_blank(text[at]))
        ++at;
    into.push_back(' ');
}

std::size_t digits_of(char escape) {
    return escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
}

// The code point written with `digits` hexadecimal digits at `at`; a surrogate with its other half.
char32_t escaped_code_point(std::string_view text, std::size_t& at, std::size_t digits) {
    const auto first = hex_number(text.substr(at, digits));
    if (!first || text.size() - at < digits)
        return replacement_character;
    at += digits;
    if (*first < 0xD800 || *first > 0xDBFF || !text.substr(at).starts_with("\\u"))
        return *first;
    const auto second = hex_number(text.substr(at + 2, 4));
    if (!second || *second < 0xDC00 || *second > 0xDFFF)
        return replacement_character;
    at += 6;
    return 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00);
}

// What stands behind a backslash in a double-quoted string; `at` is behind it.
void unescape(std::string_view text, std::size_t& at, std::string& into) {
    const char c = text[at++];
    if (const std::size_t digits = digits_of(c); digits > 0)
        append_utf8(into, escaped_code_point(text, at, digits));
    else if (c == 'n')
        into.push_back('\n');
    else if (c == 't' || c == ' ' || c == '0' || c == 'r')
        into.push_back(' ');
    else if (c == '\n')
        while (at < text.size() && is_blank(text[at]))
            ++at;
    else
        into.push_back(c);
}

// Reads a flow collection by descent.
class FlowReader {
public:
    FlowReader(std::string_view text, char assign, const FlowValue& take)
        : text_(text), assign_(assign), take_(take) {}

    bool collection(const std::string& key) {
        if (++depth_ > deepest)
            return false;
        const char close = text_[at_] == '[' ? ']' : '}';
        ++at_;
        while (true) {
            skip_blanks();
            if (at_ >= text_.size())
                return false;
            if (text_[at_] == close) {
                ++at_;
                --depth_;
                return true;
            }
            if (text_[at_] == ',')
                ++at_;
            else if (!entry(key, close))
                return false;
        }
    }

    std::size_t length() const { return at_; }

private:
    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_]))
            ++at_;
        if (at_ < text_.size() && text_[at_] == '#' && at_ > 0 && is_blank(text_[at_ - 1])) {
            at_ = std::min(text_.find('\n', at_), text_.size());
            skip_blanks();
        }
    }

    // A value of a list, or "key: value" of a map.
    bool entry(const std::string& key, char close) {
        if (close == ']')
            return value(key, close);
        const auto word = scalar(std::string{',', close, assign_});
        skip_blanks();
        if (!word || at_ >= text_.size())
            return false;
        if (text_[at_] == assign_)
            ++at_;
        skip_blanks();
        if (at_ >= text_.size())
            return false;
        return text_[at_] == ',' || text_[at_] == close ||
               value(key.empty() ? *word : key + "." + *word, close);
    }

    bool value(const std::string& key, char close) {
        if (text_[at_] == '[' || text_[at_] == '{')
            return collection(key);
        auto word = scalar(std::string{',', close});
        if (!word)
            return false;
        if (!is_null(*word))
            take_(key, std::move(*word));
        return true;
    }

    // A quoted string, or a plain one up to one of the `ends`.
    std::optional<std::string> scalar(const std::string& ends) {
        if (text_[at_] == '"' || text_[at_] == '\'') {
            auto quoted = read_quoted(text_.substr(at_));
            if (!quoted)
                return std::nullopt;
            at_ += quoted->length;
            return std::move(quoted->value);
        }
        const std::size_t start = at_;
        at_ = std::min(text_.find_first_of(ends, at_), text_.size());
        return collapse_whitespace(bare(text_.substr(start, at_ - start)));
    }

    std::string_view text_;
    char assign_;
    const FlowValue& take_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

} // namespace

std::optional<Quoted> read_quoted(std::string_view text) {
    const char quote = text.front();
    Quoted quoted;
    for (std::size_t at = 1; at < text.size();) {
        const char c = text[at++];
        if (c == quote && quote == '\'' && text.substr(at).starts_with('\'')) {
            quoted.value.push_back('\'');
            ++at;
        } else if (c == quote) {
            quoted.length = at;
            return quoted;
        } else if (c == '\\' && quote == '"' && at < text.size()) {
            unescape(text, at, quoted.value);
        } else if (c == '\n') {
            fold(text, at, quoted.value);
        } else {
            quoted.value.push_back(c);
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> read_flow(std::string_view text, char assign, const FlowValue& take) {
    FlowReader reader(text, assign, take);
    if (!reader.collection({}))
        return std::nullopt;
    return reader.length();
}

bool is_null(std::string_view plain) {
    return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

std::string_view bare(std::string_view plain) {
    for (std::size_t at = 0; at < plain.size(); ++at)
        if (plain[at] == '#' && (at == 0 || is_blank(plain[at - 1]))) {
            plain = plain.substr(0, at);
            break;
        }
    plain = trim(plain);
    while (plain.starts_with("!!") ||
           (plain.starts_with('&') && plain.size() > 1 && plain[1] != ' '))
        plain = trim(plain.substr(std::min(plain.find(' '), plain.size())));
    return plain;
}

} // namespace praxis::corpus
