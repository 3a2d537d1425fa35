// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/main_text.h"

#include "base/utf8.h"
#include "corpus/furniture_lines.h"
#include "corpus/html/given_names.h"
#include "corpus/html/shape.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace praxis::corpus {

namespace {

constexpr std::size_t prose_length = 80; // code points that no menu entry has

bool is_content_name(const HtmlNode& node) {
    static const NameTable table("content main-content maincontent entry-content post-content "
                                 "article-body article-content story-body page-content post-body "
                                 "body-content");
    return node.tag == "div" && table.matches(given_names(node));
}

bool is_main(const HtmlNode& node) {
    return node.tag == "main" || node.attribute("role") == "main";
}

bool is_article(const HtmlNode& node) {
    return node.tag == "article" || node.attribute("itemprop") == "articleBody";
}

class MainFinder {
public:
    MainFinder(const HtmlTree& tree, const std::vector<bool>& left_out)
        : tree_(tree), left_out_(left_out), shape_(measure(tree, left_out)) {}

    MainText run() const {
        if (const NodeIndex main = largest(0, is_main, 0.2); main != 0)
            return {narrowed(main), true};
        if (const NodeIndex article = largest(0, is_article, 0.4); article != 0)
            return {article, true};
        if (const NodeIndex content = largest(0, is_content_name, 0.4); content != 0)
            return {content, true};
        return {0, false};
    }

private:
    // An article that is most of the main element is the text; several articles are a list.
    NodeIndex narrowed(NodeIndex main) const {
        const NodeIndex article = largest(main, is_article, 0.6);
        return article == 0 ? main : article;
    }

    // The largest element below `root` that `matches` and holds at least `share` of its text.
    NodeIndex largest(NodeIndex root, bool (*matches)(const HtmlNode&), double share) const {
        NodeIndex best = 0;
        for (NodeIndex at = root + 1; at < tree_.nodes[root].end;) {
            if (left_out_[at]) {
                at = tree_.nodes[at].end;
                continue;
            }
            if (matches(tree_.nodes[at]) && (best == 0 || shape_.text[at] > shape_.text[best]))
                best = at;
            ++at;
        }
        const bool is_enough = shape_.text[best] >= share * shape_.text[root];
        return best != 0 && shape_.text[best] > 0 && is_enough ? best : 0;
    }

    const HtmlTree& tree_;
    const std::vector<bool>& left_out_;
    HtmlShape shape_;
};

using Blocks = std::vector<HtmlBlock>;

void drop_furniture_lines(Blocks& blocks) {
    std::erase_if(blocks, [](const HtmlBlock& block) { return is_furniture_line(block.text); });
}

bool is_furniture_text(const HtmlBlock& block) {
    return count_code_points(block.text) <= 160 || block.link_share > 0.8;
}

// A part below a heading like "Feedback" goes if it holds nothing that a chapter would hold, with
// the linked headings that follow ("Read next" and ten titles).
void drop_furniture_parts(Blocks& blocks) {
    const auto ends_part = [](const HtmlBlock& block) {
        return block.level > 0 && block.link_share < 0.8;
    };
    Blocks kept;
    for (auto at = blocks.begin(); at != blocks.end();) {
        const auto end = std::find_if(at + 1, blocks.end(), ends_part);
        const bool goes = at->level > 0 && is_furniture_heading(at->text) &&
                          std::all_of(at + 1, end, is_furniture_text);
        if (!goes)
            std::move(at, end, std::back_inserter(kept));
        at = end;
    }
    blocks = std::move(kept);
}

void drop_repeated_headings(Blocks& blocks) {
    const auto repeats = [](const HtmlBlock& one, const HtmlBlock& next) {
        return one.level > 0 && next.level > 0 && one.text == next.text;
    };
    blocks.erase(std::unique(blocks.begin(), blocks.end(), repeats), blocks.end());
}

bool is_link(const HtmlBlock& block) {
    return block.link_share > 0.7 && count_code_points(block.text) < prose_length;
}

bool is_imprint(const HtmlBlock& block) {
    const std::string lower = to_lower_ascii(block.text.substr(0, 200));
    return lower.starts_with("\u00A9") || lower.starts_with("copyright ") ||
           lower.starts_with("(c) ") || lower.find("all rights reserved") != std::string::npos;
}

// Three links in a row are a menu, wherever it stands; before and behind the prose, one is.
void drop_links(Blocks& blocks) {
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_prose);
    if (first == blocks.end())
        return;
    const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose).base();
    Blocks kept;
    for (auto at = blocks.begin(); at != blocks.end();) {
        const auto end = std::find_if_not(at, blocks.end(), is_link);
        const bool is_around = at < first || at >= last;
        if (end - at < (is_around ? 1 : 3))
            kept.insert(kept.end(), at, end);
        if (end == blocks.end())
            break;
        if (!(end >= last && is_imprint(*end)))
            kept.push_back(*end);
        at = end + 1;
    }
    blocks = std::move(kept);
}

// A heading with nothing below it, at the end, belonged to what was dropped.
void drop_last_headings(Blocks& blocks) {
    while (blocks.size() > 1 && blocks.back().level > 0)
        blocks.pop_back();
}

} // namespace

bool is_prose(const HtmlBlock& block) {
    return block.level == 0 && block.link_share < 0.5 &&
           count_code_points(block.text) >= prose_length;
}

MainText find_main_text(const HtmlTree& tree, const std::vector<bool>& left_out) {
    return MainFinder(tree, left_out).run();
}

std::vector<HtmlBlock> without_surroundings(std::vector<HtmlBlock> blocks, bool is_marked) {
    drop_furniture_lines(blocks);
    drop_furniture_parts(blocks);
    if (!is_marked) {
        const std::size_t before = blocks.size();
        drop_links(blocks);
        if (blocks.size() < before)
            drop_last_headings(blocks);
    }
    drop_repeated_headings(blocks);
    return blocks;
}

} // namespace praxis::corpus
