// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html_text.h"

#include "base/utf8.h"
#include "corpus/byline.h"
#include "corpus/html/blocks.h"
#include "corpus/html/furniture.h"
#include "corpus/html/main_text.h"
#include "corpus/html/page_values.h"
#include "corpus/html/title.h"
#include "corpus/passage_builder.h"
#include "corpus/phrases.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using Blocks = std::vector<HtmlBlock>;

constexpr std::ptrdiff_t opening_blocks = 6; // where title, byline and date stand
constexpr std::ptrdiff_t closing_blocks = 8; // where a writer is introduced

// Puts a page's values and text together.
class PageReading {
public:
    explicit PageReading(const HtmlTree& tree) : tree_(tree) {}

    HtmlText page() {
        const HtmlShape shape = measure(tree_);
        const std::vector<bool> left_out = furniture_of(tree_, shape, HtmlExtent::Page);
        const MainText main = find_main_text(tree_, left_out);
        blocks_ = without_surroundings(blocks_of(tree_, main.root, left_out), main.is_marked);
        Record declared;
        declared.values = page_values(tree_, left_out);
        add_title(declared, main.is_marked);
        for (KeyValue& value : declared.values)
            record_.values.push_back(std::move(value));
        take_byline();
        return text();
    }

    HtmlText fragment() {
        const HtmlShape shape = measure(tree_);
        const std::vector<bool> left_out = furniture_of(tree_, shape, HtmlExtent::Fragment);
        record_.values = page_values(tree_, left_out);
        blocks_ = blocks_of(tree_, 0, left_out);
        return text();
    }

private:
    HtmlText text() {
        PassageBuilder passages;
        for (const HtmlBlock& block : blocks_) {
            if (block.level > 0)
                passages.heading(block.level, block.text, block.anchor);
            else
                passages.lines(block.text);
        }
        return {std::move(record_.values), passages.take()};
    }

    void add_title(const Record& declared, bool is_marked) {
        TitleClues clues;
        for (const std::string_view key :
             {"citation_title", "dc.title", "dcterms.title", "ld.headline", "itemprop.headline"})
            if (clues.declared.empty())
                clues.declared = declared.first(key);
        clues.og = declared.first("og:title");
        clues.site = declared.first("og:site_name");
        clues.head = declared.first("html.title");
        for (const HtmlBlock& block : blocks_)
            if (block.level == 1 || (is_marked && &block == &blocks_.front() && block.level == 2))
                clues.headings.push_back(block.text);
        for (NodeIndex at = 1; at < tree_.nodes.size(); ++at)
            if (tree_.nodes[at].tag == "h1")
                clues.headings.push_back(text_below(tree_, at));
        const auto heading = std::find_if(blocks_.begin(), prose_begin(), is_heading);
        if (heading != prose_begin())
            clues.first_heading = heading->text;
        const std::string title = choose_title(clues);
        record_.add("title", title);
        drop_title(title);
    }

    static bool is_heading(const HtmlBlock& block) { return block.level > 0; }

    auto opening_end() { return blocks_.begin() + std::min(opening_blocks, std::ssize(blocks_)); }

    Blocks::iterator prose_begin() {
        return std::find_if(blocks_.begin(), opening_end(), is_prose);
    }

    // The title is no passage of its own; what follows it opens the text. The trail of links that
    // leads to it ("Home / Blog / Title") is none either.
    void drop_title(const std::string& title) {
        if (title.empty())
            return;
        const auto trail =
            std::find_if(blocks_.begin(), opening_end(), [&](const HtmlBlock& block) {
                return block.level == 0 && is_trail_to(block.text, title);
            });
        if (trail != opening_end())
            blocks_.erase(trail);
        const auto heading =
            std::find_if(blocks_.begin(), prose_begin(), [&](const HtmlBlock& block) {
                return block.level > 0 && is_same_title(block.text, title);
            });
        if (heading != prose_begin())
            blocks_.erase(heading);
    }

    bool has_author() const {
        constexpr std::string_view keys =
            "author|citation_author|dc.creator|dcterms.creator|ld.author|"
            "ld.author.name|rel.author|itemprop.author|parsely-author|sailthru.author";
        return std::any_of(record_.values.begin(),
                           record_.values.end(),
                           [&](const KeyValue& value) { return is_listed(value.key, keys); });
    }

    // What a page declares goes before what it shows.
    void take_byline() {
        if (has_author())
            std::erase_if(record_.values,
                          [](const KeyValue& value) { return value.key == "byline"; });
        const bool wants_author = !has_author() && record_.first("byline").empty();
        const auto end = opening_end();
        const auto kept = std::remove_if(blocks_.begin(), end, [&](const HtmlBlock& block) {
            return is_byline(block, wants_author);
        });
        blocks_.erase(kept, end);
        if (wants_author && record_.first("byline").empty())
            take_closing_writer();
    }

    // Whether a block says who wrote the text and when, and nothing else; takes what it says.
    bool is_byline(const HtmlBlock& block, bool wants_author) {
        const auto byline = block.is_set_off ? std::nullopt : parse_byline(block.text);
        if (byline && wants_author)
            for (const std::string& name : byline->names)
                record_.add("byline", name, block.line);
        if (byline)
            record_.add("dateline", byline->date, block.line);
        else if (is_dateline(block.text))
            record_.add("dateline", block.text, block.line);
        else
            return false;
        return true;
    }

    void take_closing_writer() {
        std::vector<std::string_view> lines;
        const auto first = blocks_.end() - std::min(closing_blocks, std::ssize(blocks_));
        for (auto block = first; block != blocks_.end(); ++block)
            if (!block->is_set_off)
                lines.push_back(block->text);
        if (const auto writer = closing_writer(lines))
            record_.add("byline", *writer);
    }

    const HtmlTree& tree_;
    Record record_;
    Blocks blocks_;
};

} // namespace

Result<HtmlText> read_html(std::string_view html, HtmlExtent extent) {
    const Result<HtmlTree> tree = parse_html(html);
    if (!tree)
        return tl::unexpected<Error>(tree.error());
    PageReading reading(*tree);
    return extent == HtmlExtent::Page ? reading.page() : reading.fragment();
}

std::string html_to_plain_text(std::string_view html) {
    if (html.find_first_of("<&") == std::string_view::npos)
        return collapse_whitespace(html);
    const Result<HtmlTree> tree = parse_html(html);
    if (!tree)
        return collapse_whitespace(html);
    const auto left_out = furniture_of(*tree, measure(*tree), HtmlExtent::Fragment);
    std::string text;
    for (const HtmlBlock& block : blocks_of(*tree, 0, left_out))
        text += block.text + ' ';
    return collapse_whitespace(text);
}

} // namespace praxis::corpus
