// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/wordpress_markup.h"

#include "base/utf8.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <set>

namespace praxis::corpus {

namespace {

// Those that come with WordPress, stand alone and may have no attributes.
constexpr std::string_view known_shortcodes =
    "caption|wp_caption|gallery|embed|audio|video|playlist|code|sourcecode|contact-form|"
    "contact-form-7|contact-field|gravityform|googlemaps|youtube|vimeo|slideshow|subscribe2|"
    "sitemap|more|nextpage|table-of-contents|toc";

constexpr std::string_view block_elements =
    "p|div|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|h1|h2|h3|h4|h5|h6|blockquote|pre|"
    "hr|form|fieldset|figure|figcaption|section|article|address|details|summary|br|object|embed|"
    "iframe|script|style|center";

bool is_name_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string_view name_of(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_sign);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// Whether the text behind a shortcode's name is empty or goes on like attributes: ids="1,2".
bool has_attributes(std::string_view behind) {
    behind = trim(behind);
    const std::string_view name = name_of(behind);
    return !name.empty() && behind.substr(name.size()).starts_with('=');
}

// The names that the post closes somewhere: [/caption].
std::set<std::string_view> closed_names(std::string_view post) {
    std::set<std::string_view> names;
    for (std::size_t at = post.find("[/"); at != std::string_view::npos;
         at = post.find("[/", at + 2))
        if (const std::string_view name = name_of(post.substr(at + 2, 64));
            post.substr(at + 2 + name.size()).starts_with(']'))
            names.insert(name);
    return names;
}

// The length of the shortcode at the beginning of a text, or 0: [gallery ids="1,2"], [/caption].
// A word in brackets is none unless WordPress knows it or the post closes it.
std::size_t shortcode_length(std::string_view post, const std::set<std::string_view>& closed) {
    const std::size_t end = post.substr(0, 2000).find(']');
    if (end == std::string_view::npos)
        return 0;
    std::string_view inside = post.substr(1, end - 1);
    const bool is_closing = inside.starts_with('/');
    if (is_closing)
        inside.remove_prefix(1);
    const std::string_view name = name_of(inside);
    const std::string_view behind = trim(inside.substr(name.size()));
    if (name.empty() || (name.front() >= '0' && name.front() <= '9'))
        return 0;
    const bool is_known = is_listed(name, known_shortcodes) || name.starts_with("vc_") ||
                          name.starts_with("et_pb_") || closed.contains(name);
    const bool is_bare = behind.empty() || behind == "/";
    return (is_bare && (is_closing || is_known)) || has_attributes(behind) ? end + 1 : 0;
}

// Old captions stand in an attribute: [caption width="280" caption="The engine"].
std::string_view caption_of(std::string_view shortcode) {
    constexpr std::string_view attribute = " caption=\"";
    const std::size_t at = shortcode.find(attribute);
    if (!shortcode.starts_with("[caption") || at == std::string_view::npos)
        return {};
    const std::string_view value = shortcode.substr(at + attribute.size());
    return value.substr(0, value.find('"'));
}

// Whether the tag that ends (or begins) at the edge of a line is one of a block.
bool ends_with_block(std::string_view line) {
    line = trim(line);
    if (!line.ends_with('>'))
        return false;
    std::string_view tag = line.substr(std::min(line.rfind('<') + 1, line.size()));
    if (tag.starts_with('/'))
        tag.remove_prefix(1);
    return is_listed(name_of(to_lower_ascii(tag.substr(0, 12))), block_elements);
}

bool begins_with_block(std::string_view line) {
    line = trim(line);
    if (!line.starts_with('<'))
        return false;
    line.remove_prefix(line.starts_with("</") ? 2 : 1);
    return is_listed(name_of(to_lower_ascii(line.substr(0, 12))), block_elements);
}

class AutoParagraphs {
public:
    std::string run(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            add_line(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(markup_);
    }

private:
    void add_line(std::string_view line) {
        const std::string lower = to_lower_ascii(line);
        if (in_preformatted_)
            markup_ += '\n';
        else if (trim(line).empty())
            after_gap_ = true;
        else if (after_gap_)
            markup_ += begins_with_block(line) ? "\n" : "\n<p>";
        else if (!ends_with_block(last_) && !begins_with_block(line))
            markup_ += "<br>\n";
        else
            markup_ += '\n';
        if (!trim(line).empty()) {
            after_gap_ = false;
            last_ = line;
        }
        markup_ += line;
        if (lower.rfind("<pre") != std::string::npos)
            in_preformatted_ = true;
        if (lower.find("</pre") != std::string::npos)
            in_preformatted_ = false;
    }

    std::string markup_;
    std::string_view last_;
    bool after_gap_ = true;
    bool in_preformatted_ = false;
};

} // namespace

std::string without_shortcodes(std::string_view post) {
    const std::set<std::string_view> closed = closed_names(post);
    std::string text;
    while (true) {
        const std::size_t bracket = std::min(post.find('['), post.size());
        text += post.substr(0, bracket);
        post.remove_prefix(bracket);
        if (post.empty())
            return text;
        const std::size_t length = shortcode_length(post, closed);
        text += length == 0 ? "[" : caption_of(post.substr(0, length));
        post.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

std::string wordpress_markup(std::string_view post) {
    std::string text = without_shortcodes(post);
    // The block editor writes paragraphs itself.
    if (text.find("<!-- wp:") != std::string::npos)
        return text;
    return AutoParagraphs().run(text);
}

} // namespace praxis::corpus
