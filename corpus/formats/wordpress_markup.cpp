// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/wordpress_markup.h"

#include "base/utf8.h"
#include "corpus/phrases.h"

#include <algorithm>

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

// The length of the shortcode at the beginning of a text, or 0: "[gallery ids="1,2"]",
// "[/caption]". A word in brackets is none unless WordPress knows it or it is closed later.
std::size_t shortcode_length(std::string_view text, std::string_view rest_of_post) {
    const std::size_t end = text.substr(0, 2000).find(']');
    if (end == std::string_view::npos)
        return 0;
    std::string_view inside = text.substr(1, end - 1);
    const bool is_closing = inside.starts_with('/');
    if (is_closing)
        inside.remove_prefix(1);
    const std::string_view name = name_of(inside);
    const std::string_view behind = inside.substr(name.size());
    if (name.empty() || name.front() < 'a' ||
        (!behind.empty() && behind[0] != ' ' && behind[0] != '/'))
        return 0;
    const bool has_attributes =
        behind.find("=\"") != std::string_view::npos || behind.find("='") != std::string_view::npos;
    const bool is_shortcode =
        is_listed(name, known_shortcodes) || name.starts_with("vc_") ||
        name.starts_with("et_pb_") || has_attributes || (is_closing && behind.empty()) ||
        (behind.empty() && rest_of_post.find("[/" + std::string(name) + "]") != std::string::npos);
    return is_shortcode ? end + 1 : 0;
}

std::string without_shortcodes(std::string_view post) {
    std::string text;
    while (!post.empty()) {
        const std::size_t bracket = std::min(post.find('['), post.size());
        text += post.substr(0, bracket);
        post.remove_prefix(bracket);
        if (post.empty())
            break;
        const std::size_t length = shortcode_length(post, post.substr(0, 20'000));
        if (length == 0)
            text += '[';
        post.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
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

std::string wordpress_markup(std::string_view post) {
    const std::string text = without_shortcodes(post);
    // The block editor writes paragraphs itself.
    if (text.find("<!-- wp:") != std::string::npos)
        return text;
    return AutoParagraphs().run(text);
}

} // namespace praxis::corpus
