// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/tag_arguments.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::corpus {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool is_name_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '/';
}

class ArgumentReader {
public:
    explicit ArgumentReader(std::string_view text) : text_(text) {}

    TemplateTag read() {
        TemplateTag tag;
        skip_blanks();
        tag.name = word();
        for (skip_blanks(); at_ < text_.size() && text_[at_] != '|'; skip_blanks())
            argument(tag);
        return tag;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == ','))
            ++at_;
    }

    std::string word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name_sign(text_[at_]))
            ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    // Whether a quote at `at` ends the string: nothing but a blank or a comma may follow.
    bool closes(std::size_t at) const {
        return at + 1 >= text_.size() || is_blank(text_[at + 1]) || text_[at + 1] == ',' ||
               text_[at + 1] == '|';
    }

    std::string quoted() {
        const char quote = last_quote_ = text_[at_++];
        std::string value;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == quote && closes(at_)) {
                ++at_;
                break;
            }
            if (c == '\\' && at_ + 1 < text_.size())
                ++at_;
            value.push_back(text_[at_]);
        }
        return value;
    }

    std::string value() {
        last_quote_ = '\0';
        continued_ = false;
        if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\''))
            return quoted();
        return bare_word();
    }

    std::string bare_word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != ',')
            ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    void argument(TemplateTag& tag) {
        const std::size_t start = at_;
        const std::string name = word();
        if (!name.empty() && at_ < text_.size() && (text_[at_] == '=' || text_[at_] == ':')) {
            ++at_;
            skip_blanks();
            tag.arguments.push_back({to_lower_ascii(name), value()});
            return;
        }
        at_ = start;
        const bool is_bare = text_[at_] != '"' && text_[at_] != '\'';
        if (is_bare && last_quote_ != '\0' && !tag.arguments.back().value.empty())
            return continue_string(tag.arguments.back().value, bare_word());
        std::string found = value();
        tag.arguments.push_back({{}, std::move(found)});
        at_ += at_ == start ? 1 : 0;
    }

    // A bare word behind a string belongs to it: what closed the string was a quote in it.
    void continue_string(std::string& string, std::string found) {
        if (!continued_)
            string.push_back(last_quote_);
        continued_ = !found.ends_with(last_quote_);
        if (!continued_)
            found.pop_back();
        string += " " + found;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char last_quote_ = '\0'; // of the last value, if it was a string
    bool continued_ = false;
};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Names whose values are for machines, prose or not.
constexpr std::array<std::string_view, 22> machine_names = {
    "src",   "href",   "url",    "link", "file",    "path",      "id",   "class",
    "style", "width",  "height", "size", "variant", "icon",      "user", "type",
    "align", "target", "rel",    "lang", "sizes",   "button-url"};

// Names whose values are for readers, even a single word.
constexpr std::array<std::string_view, 14> reader_names = {"alt",
                                                           "caption",
                                                           "title",
                                                           "label",
                                                           "text",
                                                           "heading",
                                                           "quote",
                                                           "kicker",
                                                           "cite",
                                                           "name",
                                                           "attribution",
                                                           "summary",
                                                           "subtitle",
                                                           "author"};

bool is_address(std::string_view value) {
    const std::size_t blank = value.find(' ');
    return value.find("://") < blank || value.starts_with('/') || value.ends_with(".md") ||
           value.ends_with(".html") ||
           (blank == std::string_view::npos && value.find('/') != std::string_view::npos);
}

// A file's name in place of a description: "600-x-374-logo_5a".
bool is_file_like(std::string_view value) {
    return value.find(' ') == std::string_view::npos &&
           value.find_first_of("-_.") != std::string_view::npos;
}

bool is_carried(const TagArgument& argument) {
    if (argument.value.empty() || is_one_of(argument.name, machine_names) ||
        is_address(argument.value))
        return false;
    if (is_one_of(argument.name, reader_names))
        return !is_file_like(argument.value);
    return argument.value.find(' ') != std::string::npos;
}

// Tags of logic: what stands in them is code.
constexpr std::array<std::string_view, 18> logic = {"if",
                                                    "elsif",
                                                    "elif",
                                                    "else",
                                                    "unless",
                                                    "for",
                                                    "assign",
                                                    "set",
                                                    "capture",
                                                    "case",
                                                    "when",
                                                    "cycle",
                                                    "import",
                                                    "extends",
                                                    "block",
                                                    "macro",
                                                    "layout",
                                                    "render"};

} // namespace

TemplateTag parse_tag(std::string_view inner) {
    inner = trim(inner);
    if (inner.size() > 1 && inner.ends_with('/')) // closes itself
        inner.remove_suffix(1);
    return ArgumentReader(inner).read();
}

std::string carried_text(const TemplateTag& tag) {
    std::string text;
    std::string last;
    if (is_one_of(tag.name, logic))
        return text;
    for (const TagArgument& argument : tag.arguments) {
        const std::string value = collapse_whitespace(argument.value);
        if (!is_carried(argument) || value == last)
            continue;
        text += (text.empty() ? "" : " ") + value;
        last = value;
    }
    return text;
}

} // namespace praxis::corpus
