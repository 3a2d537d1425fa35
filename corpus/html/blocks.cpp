// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/blocks.h"

#include "base/utf8.h"
#include "corpus/html/marks.h"
#include "corpus/inline_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::corpus {

namespace {

constexpr auto block_tags = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body",   "caption", "center",
     "dd",      "details", "dir",   "div",        "dl",     "dt",      "fieldset",
     "figure",  "footer",  "form",  "figcaption", "h1",     "h2",      "h3",
     "h4",      "h5",      "h6",    "header",     "hgroup", "hr",      "html",
     "legend",  "li",      "main",  "nav",        "ol",     "p",       "pre",
     "section", "summary", "table", "td",         "th",     "tr",      "ul"});

bool is_block(std::string_view tag) {
    return std::find(block_tags.begin(), block_tags.end(), tag) != block_tags.end();
}

bool is_bold(std::string_view tag) {
    return tag == "b" || tag == "strong";
}

bool is_quotation(std::string_view tag) {
    return tag == "blockquote" || tag == "figcaption" || tag == "figure";
}

// Whether a heading that follows at once may go by the id of this element.
bool names_next_heading(const HtmlNode& node) {
    return node.tag == "section" || node.tag == "article" || node.tag == "a";
}

bool is_cell(std::string_view tag) {
    return tag == "td" || tag == "th";
}

std::size_t ink(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

// How often the walk stands inside of something now.
struct Inside {
    int bold = 0;
    int link = 0;
    int quotation = 0;
    int entry = 0;
    int preformatted = 0;
    int code = 0;
    int row = 0;

    void count(const HtmlNode& node, int change) {
        bold += is_bold(node.tag) ? change : 0;
        link += node.tag == "a" && node.has_attribute("href") ? change : 0;
        quotation += is_quotation(node.tag) ? change : 0;
        entry += node.tag == "li" ? change : 0;
        preformatted += node.tag == "pre" ? change : 0;
        code += node.tag == "pre" || node.tag == "code" ? change : 0;
    }
};

class BlockWalk {
public:
    BlockWalk(const HtmlTree& tree, const std::vector<bool>& left_out)
        : tree_(tree), left_out_(left_out) {}

    std::vector<HtmlBlock> run(NodeIndex root) {
        for (NodeIndex at = root; at < tree_.nodes[root].end;) {
            leave_all_before(at);
            at = visit(at);
        }
        leave_all_before(tree_.nodes[root].end);
        flush();
        return std::move(blocks_);
    }

private:
    // Takes a node; returns where to go on.
    NodeIndex visit(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        if (node.is_text())
            add_text(node.text);
        else if (left_out_[at] || is_reference_mark(tree_, at))
            return node.end;
        else
            enter(at);
        return at + 1;
    }

    void enter(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        keep_apart(at);
        if (node.tag == "br")
            text_.line_break();
        if (std::string id = names_next_heading(node) ? id_of(node) : std::string(); !id.empty())
            anchor_ = std::move(id);
        if (inside_.row == 0 && (is_block(node.tag) || heading_level(tree_, at) > 0))
            begin_block(at);
        else if (inside_.row > 0 && is_block(node.tag))
            text_.blank();
        if (is_cell(node.tag) && inside_.row > 0)
            wants_separator_ = !text_.empty();
        if (node.tag == "tr" && (inside_.row > 0 || is_line(at)))
            ++inside_.row;
        inside_.count(node, +1);
        open_.push_back(at);
    }

    void leave(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        last_left_ = at;
        if (node.tag == "tr" && inside_.row > 0)
            --inside_.row;
        if (inside_.row == 0 && (is_block(node.tag) || at == heading_)) {
            is_paragraph_ = node.tag == "p" || node.tag == "div";
            flush();
        }
        inside_.count(node, -1);
        if (at != heading_)
            return;
        heading_ = 0;
        level_ = 0;
    }

    void leave_all_before(NodeIndex at) {
        while (!open_.empty() && tree_.nodes[open_.back()].end <= at) {
            const NodeIndex left = open_.back();
            open_.pop_back();
            leave(left);
        }
    }

    void begin_block(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        is_paragraph_ = false;
        flush();
        line_ = node.line;
        if (const int level = heading_level(tree_, at); level > 0) {
            heading_ = at;
            level_ = level;
            if (std::string id = heading_id(tree_, at); !id.empty())
                anchor_ = std::move(id);
        }
    }

    // Links and differently dressed spans side by side are separate words to the eye.
    void keep_apart(NodeIndex at) {
        const HtmlNode& node = tree_.nodes[at];
        const HtmlNode& before = tree_.nodes[last_left_];
        if (last_left_ == 0 || inside_.code > 0 || before.end != at ||
            before.parent != node.parent || before.tag != node.tag)
            return;
        const std::string_view now = node.attribute("class");
        const std::string_view then = before.attribute("class");
        if (node.tag == "a" || (node.tag == "span" && !now.empty() && !then.empty() && now != then))
            text_.blank();
    }

    void add_text(std::string_view text) {
        const std::size_t weight = ink(text);
        ink_ += weight;
        bold_ink_ += inside_.bold > 0 ? weight : 0;
        link_ink_ += inside_.link > 0 ? weight : 0;
        if (weight > 0 && std::exchange(wants_separator_, false))
            text_.add(" | ");
        if (inside_.preformatted > 0 && inside_.row == 0)
            text_.add_verbatim(text);
        else
            text_.add(text);
    }

    // A row is one line unless its cells are made for layout: long, or with headings and tables.
    bool is_line(NodeIndex at) const {
        const HtmlNode& row = tree_.nodes[at];
        if (row.end - at > 300)
            return false;
        std::size_t in_row = 0;
        std::size_t in_cell = 0;
        for (NodeIndex below = at + 1; below < row.end; ++below) {
            const HtmlNode& node = tree_.nodes[below];
            if (node.tag == "table" || heading_level(tree_, below) > 0)
                return false;
            in_cell = (is_cell(node.tag) ? 0 : in_cell) + ink(node.text);
            in_row += ink(node.text);
            if (in_cell > 160 || in_row > 500)
                return false;
        }
        return true;
    }

    bool is_bold_heading(std::string_view text) const {
        return is_paragraph_ && ink_ > 0 && bold_ink_ == ink_ && link_ink_ == 0 &&
               inside_.entry == 0 && inside_.quotation == 0 && inside_.row == 0 &&
               text.find('\n') == std::string_view::npos && count_code_points(text) <= 90 &&
               std::string_view(".,;!?").find(text.back()) == std::string_view::npos;
    }

    HtmlBlock new_block() const {
        HtmlBlock block;
        block.is_set_off = inside_.quotation > 0;
        block.is_entry = inside_.entry > 0;
        block.link_share =
            ink_ == 0 ? 0 : static_cast<double>(link_ink_) / static_cast<double>(ink_);
        block.line = line_;
        return block;
    }

    void flush() {
        const bool is_verbatim = inside_.preformatted > 0;
        std::string text = text_.take();
        if (!text.empty()) {
            if (level_ > 0)
                add_heading(std::move(text), level_);
            else if (is_bold_heading(text))
                add_heading(text.substr(0, text.find_last_not_of(':') + 1),
                            std::clamp(last_level_ + 1, 2, 6));
            else
                add_lines(text, is_verbatim);
        }
        ink_ = bold_ink_ = link_ink_ = 0;
        wants_separator_ = false;
    }

    void add_heading(std::string text, int level) {
        std::replace(text.begin(), text.end(), '\n', ' ');
        if (level_ > 0)
            last_level_ = level;
        HtmlBlock block = new_block();
        block.text = std::move(text);
        block.level = level;
        block.anchor = std::exchange(anchor_, {});
        blocks_.push_back(std::move(block));
    }

    void add_lines(std::string_view text, bool is_verbatim) {
        anchor_.clear();
        while (!text.empty()) {
            const std::size_t end =
                is_verbatim ? text.size() : std::min(text.find('\n'), text.size());
            HtmlBlock block = new_block();
            block.text = text.substr(0, end);
            blocks_.push_back(std::move(block));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    const HtmlTree& tree_;
    const std::vector<bool>& left_out_;
    std::vector<NodeIndex> open_;
    std::vector<HtmlBlock> blocks_;
    Inside inside_;

    // of the block that is being read
    InlineText text_;
    std::size_t ink_ = 0;
    std::size_t bold_ink_ = 0;
    std::size_t link_ink_ = 0;
    bool wants_separator_ = false;
    bool is_paragraph_ = false;
    int line_ = 0;

    NodeIndex heading_ = 0; // that the walk is in, or 0
    int level_ = 0;
    int last_level_ = 1;
    std::string anchor_; // of the heading to come
    NodeIndex last_left_ = 0;
};

} // namespace

std::vector<HtmlBlock>
blocks_of(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& left_out) {
    return BlockWalk(tree, left_out).run(root);
}

} // namespace praxis::corpus
