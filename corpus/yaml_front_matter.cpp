// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading by lines: every line knows its indentation; a map or list ends where a line stands
// further left. A value that is not closed on its line (quotes, brackets) may take the lines
// below it up to the next key; if it still does not close, its first line is read as it stands,
// so that one forgotten quote never swallows the rest.

#include "corpus/yaml_front_matter.h"

#include "base/utf8.h"
#include "corpus/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace praxis::corpus {

namespace {

constexpr int deepest = 32;

struct Line {
    std::size_t indent = 0;
    std::string_view text; // without indentation and trailing blanks
    std::string_view whole;
    int number = 0;
};

std::vector<Line> lines_of(std::string_view text, int first_line) {
    std::vector<Line> lines;
    for (int number = first_line; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view whole = text.substr(0, end);
        const std::string_view trimmed = trim(whole);
        const std::size_t indent = std::min(whole.find_first_not_of(" \t"), whole.size());
        lines.push_back({indent, trimmed, whole, number});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_key_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '@' || c == '/' || c == ' ' || c == '$';
}

struct KeyedText {
    std::string key;
    std::string_view rest;
    bool tight = false; // no blank behind the colon
};

// "key: rest", also with a quoted key and with blanks in front of the colon.
std::optional<KeyedText> keyed(std::string_view text) {
    constexpr std::size_t longest_key = 60;
    constexpr std::ptrdiff_t most_blanks = 3; // between its words
    if (text.empty() || text.starts_with("- ") || text == "-" || text.front() == ' ')
        return std::nullopt;
    std::size_t end = 0;
    std::string key;
    if (text.front() == '"' || text.front() == '\'') {
        const auto quoted = read_quoted(text);
        if (!quoted)
            return std::nullopt;
        key = quoted->value;
        end = quoted->length;
    } else {
        while (end < text.size() && is_key_sign(text[end]))
            ++end;
        key = text.substr(0, end);
    }
    key = trim(key);
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    if (end >= text.size() || text[end] != ':' || key.empty() || key.size() > longest_key ||
        std::count(key.begin(), key.end(), ' ') > most_blanks)
        return std::nullopt;
    const std::string_view rest = text.substr(end + 1);
    const bool tight = !rest.empty() && rest.front() != ' ' && rest.front() != '\t';
    if (tight && (rest.front() == '/' || key.find(' ') != std::string::npos))
        return std::nullopt;
    return KeyedText{to_lower_ascii(key), trim(rest), tight};
}

// "|", ">-", "|2+": what opens a block scalar.
bool is_block_header(std::string_view text) {
    return !text.empty() && (text.front() == '|' || text.front() == '>') &&
           text.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

bool is_item(std::string_view text) {
    return text == "-" || text.starts_with("- ");
}

class YamlReader {
public:
    YamlReader(std::string_view yaml, int first_line, FrontMatter& into)
        : lines_(lines_of(yaml, first_line)), into_(into) {}

    void read() {
        while (skip_blank_lines())
            block("", lines_[at_].indent, 0);
    }

private:
    void warn(int line, std::string text) {
        into_.remarks.push_back({Severity::Warning, line, std::move(text)});
    }

    void add(const std::string& key, std::string_view value, int line) {
        const std::string_view trimmed = trim(value);
        if (!trimmed.empty())
            into_.values.push_back({.key = key, .value = repair_utf8(trimmed), .line = line});
    }

    // Moves to the next line that says something.
    bool skip_blank_lines() {
        while (at_ < lines_.size() && (lines_[at_].text.empty() || lines_[at_].text.front() == '#'))
            ++at_;
        return at_ < lines_.size();
    }

    // A map or list whose lines stand at `indent`.
    void block(const std::string& prefix, std::size_t indent, int depth) {
        while (skip_blank_lines() && lines_[at_].indent >= indent) {
            const Line& line = lines_[at_];
            if (is_item(line.text))
                item(prefix, line, depth);
            else if (const auto pair = keyed(line.text))
                entry(prefix, *pair, line.indent, depth);
            else
                stray(line);
        }
    }

    // A line that is neither key nor item: it continues the value above.
    void stray(const Line& line) {
        ++at_;
        if (into_.values.empty()) {
            warn(line.number,
                 fmt::format("front matter: \"{}\" is no \"key: value\"; it was left out",
                             first_code_points(line.text, 60)));
            return;
        }
        into_.values.back().value += " " + repair_utf8(line.text);
        warn(line.number,
             fmt::format("front matter: this line was read as a part of \"{}\"; indent it",
                         into_.values.back().key));
    }

    void item(const std::string& prefix, const Line& line, int depth) {
        const std::string_view rest = trim(line.text.substr(1));
        const std::size_t inner = line.indent + (line.text.size() - rest.size());
        if (rest.empty()) {
            ++at_;
            nested(prefix, line.indent, depth);
        } else if (const auto pair = keyed(rest);
                   pair && !pair->tight && rest.front() != '"' && rest.front() != '\'') {
            entry(prefix, *pair, inner, depth);
            if (depth < deepest && skip_blank_lines() && lines_[at_].indent > line.indent)
                block(prefix, line.indent + 1, depth + 1);
        } else {
            value(prefix, rest, line.indent);
        }
    }

    void entry(const std::string& prefix, const KeyedText& pair, std::size_t indent, int depth) {
        const Line& line = lines_[at_];
        const std::string key = prefix.empty() ? pair.key : prefix + "." + pair.key;
        if (prefix.empty())
            check_duplicate(key, line.number);
        if (pair.tight)
            warn(line.number,
                 fmt::format("front matter: a blank is missing behind \"{}:\"", pair.key));
        if (bare(pair.rest).empty()) {
            ++at_;
            nested(key, indent, depth);
        } else {
            value(key, pair.rest, indent);
        }
    }

    void check_duplicate(const std::string& key, int line) {
        const auto [known, is_new] = seen_.try_emplace(key, line);
        if (!is_new)
            warn(line,
                 fmt::format("front matter: \"{}\" was already given in line {}; both are kept",
                             key,
                             known->second));
    }

    // What stands below a key without a value: deeper, or a list at the key's own indentation.
    void nested(const std::string& key, std::size_t indent, int depth) {
        if (depth >= deepest || !skip_blank_lines())
            return;
        const Line& line = lines_[at_];
        if (line.indent <= indent && !(line.indent == indent && is_item(line.text)))
            return;
        if (line.indent > indent && !is_item(line.text) && !keyed(line.text))
            return value(key, line.text, indent);
        if (line.indent > indent)
            return block(key, line.indent, depth + 1);
        while (skip_blank_lines() && lines_[at_].indent == indent && is_item(lines_[at_].text))
            item(key, lines_[at_], depth + 1);
    }

    // A value that begins in the current line with `rest`; ends behind its last line.
    void value(const std::string& key, std::string_view rest, std::size_t indent) {
        const int number = lines_[at_].number;
        const std::string_view plain = bare(rest);
        const char first = plain.empty() ? rest.front() : plain.front();
        if (is_block_header(plain))
            add(key, block_scalar(indent, first == '>'), number);
        else if (first == '"' || first == '\'')
            quoted_value(key, rest.substr(rest.find(first)), indent);
        else if (first == '[' || first == '{')
            flow_value(key, rest.substr(rest.find(first)), indent);
        else
            plain_value(key, plain, indent);
    }

    // The rest of the current line and the lines that may belong to its value: up to the next item
    // or key of one word ("as follows: ..." may well be prose).
    std::string with_lines_below(std::string_view rest, std::size_t indent) const {
        std::string text(rest);
        for (std::size_t i = at_ + 1; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const auto pair = keyed(line.text);
            const bool is_key = pair && pair->key.find(' ') == std::string::npos;
            if (line.indent <= indent && (is_item(line.text) || is_key))
                break;
            text += "\n";
            text += line.whole;
        }
        return text;
    }

    void pass_lines(std::string_view consumed) {
        at_ += 1 + static_cast<std::size_t>(std::count(consumed.begin(), consumed.end(), '\n'));
    }

    // Whether nothing but a comment stands behind a closed value in its line.
    static bool ends_line(std::string_view text, std::size_t length) {
        const std::string_view line = text.substr(0, text.find('\n', length));
        return bare(line.substr(length)).empty();
    }

    void quoted_value(const std::string& key, std::string_view rest, std::size_t indent) {
        const int number = lines_[at_].number;
        const std::string text = with_lines_below(rest, indent);
        if (const auto quoted = read_quoted(text); quoted && ends_line(text, quoted->length)) {
            pass_lines(std::string_view(text).substr(0, quoted->length));
            return add(key, quoted->value, number);
        }
        warn(number, fmt::format("front matter: the quotes of \"{}\" do not match", key));
        ++at_;
        std::string_view inner = rest.substr(1);
        if (inner.ends_with(rest.front()))
            inner.remove_suffix(1);
        add(key, inner, number);
    }

    void flow_value(const std::string& key, std::string_view rest, std::size_t indent) {
        const int number = lines_[at_].number;
        std::vector<KeyValue> found;
        const FlowValue take = [&](std::string_view below, std::string word) {
            found.push_back({.key = below.empty() ? key : key + "." + to_lower_ascii(below),
                             .value = std::move(word),
                             .line = number});
        };
        std::string text = with_lines_below(rest, indent);
        auto length = read_flow(text, ':', take);
        if (!length || !ends_line(text, *length)) {
            warn(number, fmt::format("front matter: the brackets of \"{}\" do not match", key));
            found.clear();
            text = std::string(rest) + (rest.front() == '[' ? "]" : "}");
            length = read_flow(text, ':', take);
        }
        if (!length)
            return plain_value(key, rest, indent);
        pass_lines(std::string_view(text).substr(0, *length));
        for (const KeyValue& entry : found)
            add(entry.key, entry.value, number);
    }

    // A plain value and the deeper lines that continue it.
    void plain_value(const std::string& key, std::string_view plain, std::size_t indent) {
        const int number = lines_[at_].number;
        std::string text(plain);
        ++at_;
        while (at_ < lines_.size() && lines_[at_].indent > indent && !lines_[at_].text.empty() &&
               lines_[at_].text.front() != '#' && !is_item(lines_[at_].text)) {
            text += " ";
            text += bare(lines_[at_++].text);
        }
        if (text.find(": ") != std::string::npos)
            into_.remarks.push_back(
                {Severity::Note,
                 number,
                 fmt::format("front matter: put \"{}\" into quotes, it has a colon in it", key)});
        if (!is_null(text))
            add(key, text, number);
    }

    // The lines below "|" or ">"; `folded` joins them with blanks.
    std::string block_scalar(std::size_t indent, bool folded) {
        std::string text;
        std::optional<std::size_t> inner;
        bool paragraph_ended = false;
        for (++at_; at_ < lines_.size(); ++at_) {
            const Line& line = lines_[at_];
            if (line.text.empty()) {
                paragraph_ended = true;
                continue;
            }
            if (line.indent <= indent)
                break;
            if (!inner)
                inner = line.indent;
            if (!text.empty())
                text += paragraph_ended || !folded ? "\n" : " ";
            paragraph_ended = false;
            text += folded ? line.text : line.whole.substr(std::min(*inner, line.indent));
        }
        return text;
    }

    std::vector<Line> lines_;
    FrontMatter& into_;
    std::size_t at_ = 0;
    std::map<std::string, int> seen_;
};

} // namespace

void read_yaml(std::string_view yaml, int first_line, FrontMatter& into) {
    YamlReader(yaml, first_line, into).read();
}

bool begins_with_key(std::string_view line) {
    const auto pair = keyed(trim(line));
    return pair && pair->key.find(' ') == std::string::npos;
}

} // namespace praxis::corpus
