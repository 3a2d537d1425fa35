// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/template_tags.h"

#include "base/utf8.h"
#include "corpus/tag_arguments.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace praxis::corpus {

namespace {

constexpr std::size_t longest_tag = 8000;
constexpr std::size_t longest_attributes = 300;

// How a kind of tag opens and closes; in this order, for "{{<" begins like "{{".
struct Delimiters {
    std::string_view open;
    std::string_view close;
};

constexpr std::array<Delimiters, 5> delimiters = {
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"}, {"{#", "#}"}}};

struct FoundTag {
    std::string_view inner;
    std::size_t length = 0;
    std::string_view open;
};

// Where a needle occurs next: asked with rising places, it looks at each byte once.
class NextPlace {
public:
    NextPlace(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}

    std::size_t from(std::size_t at) {
        if (!known_ || (place_ != std::string_view::npos && place_ < at))
            place_ = text_.find(needle_, at);
        known_ = true;
        return place_;
    }

private:
    std::string_view text_;
    std::string_view needle_;
    std::size_t place_ = 0;
    bool known_ = false;
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class TagReplacer {
public:
    explicit TagReplacer(std::string_view text)
        : text_(text),
          raw_end_(text, "endraw"), comment_ends_{{{text, "endcomment"}, {text, "/comment"}}} {
        for (const Delimiters& kind : delimiters)
            closes_.emplace_back(text, kind.close);
    }

    std::string run() {
        while (at_ < text_.size()) {
            if (at_line_start())
                watch_fences();
            if (text_[at_] != '{' || !replace())
                out_.push_back(text_[at_++]);
        }
        return std::move(out_);
    }

private:
    bool at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }

    // Keeps track of ``` and ~~~.
    void watch_fences() {
        const std::string_view line = trim(text_.substr(at_, text_.find('\n', at_) - at_));
        for (const std::string_view sign : {"```", "~~~"}) {
            if (!line.starts_with(sign))
                continue;
            if (fence_.empty())
                fence_ = sign;
            else if (fence_ == sign)
                fence_ = {};
        }
    }

    std::optional<FoundTag> tag_here() {
        for (std::size_t i = 0; i < delimiters.size(); ++i) {
            const Delimiters& kind = delimiters[i];
            if (!text_.substr(at_).starts_with(kind.open))
                continue;
            const std::size_t start = at_ + kind.open.size();
            const std::size_t end = closes_[i].from(start);
            if (end != std::string_view::npos && end - start <= longest_tag)
                return FoundTag{
                    text_.substr(start, end - start), end + kind.close.size() - at_, kind.open};
            if (kind.open != "{#")
                return std::nullopt;
        }
        return attributes_here();
    }

    // {: .wide #id}, {::nomarkdown}, {:/}, {.wide} and, behind a heading only, nothing of {#id}.
    std::optional<FoundTag> attributes_here() const {
        const std::string_view rest = text_.substr(at_, longest_attributes);
        const std::size_t end = std::min(rest.find('}'), rest.find('\n'));
        if (end == std::string_view::npos || rest[end] != '}' || rest.size() < 3)
            return std::nullopt;
        if (rest[1] == ':' || (rest[1] == '.' && is_letter(rest[2])))
            return FoundTag{rest.substr(1, end - 1), end + 1, "{:"};
        return std::nullopt;
    }

    bool replace() {
        const auto found = tag_here();
        if (!found)
            return false;
        const TemplateTag tag = parse_tag(trim_dashes(found->inner));
        if (!fence_.empty() && tag.name != "raw" && tag.name != "endraw" &&
            tag.name != "endhighlight")
            return false;
        at_ += found->length;
        if (tag.name == "raw" && found->open == "{%")
            pass_raw();
        else if (tag.name == "comment" && found->open != "{{")
            at_ = behind_comment();
        else if (tag.name == "highlight" || tag.name == "/highlight" || tag.name == "endhighlight")
            out_ += "\n```\n";
        else if (found->open == "{:")
            keep_heading_id(found->inner);
        else if (in_address())
            out_ += text_.substr(at_).starts_with('"') && !in_html_tag() ? "# " : "#";
        else
            replace_in_text(*found, tag);
        return true;
    }

    // In running text a tag leaves what it carries, and its line ends.
    void replace_in_text(const FoundTag& found, const TemplateTag& tag) {
        if (found.open != "{#" && found.open != "{{")
            out_ += carried_text(tag);
        const auto ends = std::count(found.inner.begin(), found.inner.end(), '\n');
        out_.append(static_cast<std::size_t>(ends), '\n');
    }

    static std::string_view trim_dashes(std::string_view inner) {
        inner = trim(inner);
        if (inner.starts_with('-'))
            inner.remove_prefix(1);
        if (inner.ends_with('-'))
            inner.remove_suffix(1);
        return trim(inner);
    }

    // The place behind the tag that closes a comment, or where we are if there is none.
    std::size_t behind_comment() {
        for (NextPlace& closing : comment_ends_) {
            const std::size_t name = closing.from(at_);
            const std::size_t end = name == std::string_view::npos ? name : text_.find('}', name);
            if (end != std::string_view::npos)
                return text_.substr(end).starts_with("}}") ? end + 2 : end + 1;
        }
        return at_;
    }

    // Copies what stands between {% raw %} and {% endraw %}.
    void pass_raw() {
        const std::size_t name = raw_end_.from(at_);
        const std::size_t end = name == std::string_view::npos ? name : text_.rfind("{%", name);
        if (end == std::string_view::npos || end < at_)
            return;
        out_.append(text_, at_, end - at_);
        at_ = std::min(text_.find("%}", name), text_.size() - 2) + 2;
    }

    // The end of what was written so far.
    std::string_view before_tag() const {
        constexpr std::size_t far = 2000;
        return std::string_view(out_).substr(out_.size() - std::min(out_.size(), far));
    }

    bool in_html_tag() const {
        const std::string_view before = before_tag();
        const std::size_t open = before.rfind('<');
        return open != std::string_view::npos && open + 1 < before.size() &&
               is_letter(before[open + 1]) && before.find('>', open) == std::string_view::npos;
    }

    // Whether the tag stands in a link's address or inside an HTML tag.
    bool in_address() const {
        const std::string_view before = before_tag();
        const std::size_t link = before.rfind("](");
        if (link != std::string_view::npos &&
            before.find_first_of(") \n", link + 2) == std::string_view::npos)
            return true;
        if (in_html_tag())
            return true;
        const std::string_view line = trim(before.substr(before.rfind('\n') + 1));
        return line.starts_with('[') && line.find("]:") != std::string_view::npos;
    }

    // "{: #id}" in a heading's line names its anchor: written as "{#id}".
    void keep_heading_id(std::string_view attributes) {
        const std::size_t sign = attributes.find('#');
        const std::string_view line = std::string_view(out_).substr(out_.rfind('\n') + 1);
        if (sign == std::string_view::npos || !line.starts_with('#'))
            return;
        const std::string_view id = attributes.substr(sign);
        out_ += "{";
        out_ += id.substr(0, id.find_first_of(" \t"));
        out_ += "}";
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    std::string_view fence_; // the open one, or empty
    std::vector<NextPlace> closes_;
    NextPlace raw_end_;
    std::array<NextPlace, 2> comment_ends_;
};

} // namespace

std::string replace_template_tags(std::string_view text) {
    if (text.find('{') == std::string_view::npos)
        return std::string(text);
    return TagReplacer(text).run();
}

} // namespace praxis::corpus
