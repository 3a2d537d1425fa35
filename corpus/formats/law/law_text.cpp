// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/formats/law/law_text.h"

#include "base/utf8.h"
#include "corpus/inline_text.h"
#include "corpus/phrases.h"
#include "corpus/slug.h"
#include "corpus/xml_text.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

using schemas::XmlNode;

constexpr std::string_view left_out =
    "meta|amendMeta|metadata|form|preface|amendPreface|toc|page|sidenote|footnote|footnoteContent|"
    "signatures|attestation|"
    "endorsement|endMarker|annotations|legislativeHistory|slugLine|property|explanationNote|"
    "editionNote|citationNote|pagebreak|external-xref-target|graphic|img|frontMatter|backMatter|"
    "attestation-group|endorsements|footer";

constexpr std::string_view headed =
    "section|title|subtitle|chapter|subchapter|part|subpart|division|subdivision|article|"
    "container|level|appropriations|appropriations-major|appropriations-intermediate|"
    "appropriations-small|appendix|rule|schedule";

constexpr std::string_view lines =
    "subsection|paragraph|subparagraph|clause|subclause|item|subitem|subsubitem|para|p|recital|"
    "whereas|enactingFormula|resolvingClause|longTitle|docTitle|officialTitle|preamble|main|body|"
    "legis-body|resolution-body|block|list|listItem|list-item|note|notes|quotedContent|"
    "quoted-block|amendmentContent|amendMain|after-quoted-block|include|continuation|continuation-"
    "text|aftertext|action|"
    "subheading|formula|signature|shortTitles|lawDoc|engrossedAmendment|amendmentInstruction";

constexpr std::string_view quoting =
    "quotedContent|quoted-block|amendmentContent|include|quotedText";

constexpr std::string_view number_names = "num|enum";
constexpr std::string_view heading_names = "heading|header";

bool is_word_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Elements that are no text, and the marks of footnotes.
bool is_left_out(const XmlNode& node) {
    return is_listed(node.name, left_out) || node.attribute("class").value_or("") == "footnoteRef";
}

std::string first_of(const XmlNode& node, std::string_view names) {
    for (const XmlNode& child : node.children)
        if (is_listed(child.name, names))
            return running_text(
                child, [](const XmlNode& inner) { return is_listed(inner.name, left_out); });
    return {};
}

class LawWalk {
public:
    LawWalk(PassageBuilder& passages, std::string_view number_word)
        : passages_(passages), number_word_(number_word) {}

    void read(const XmlNode& law) { part_body(law, 2); }

private:
    // All but the number and heading, which the caller has.
    void part_body(const XmlNode& node, int level) {
        for (const XmlNode& child : node.children)
            if (!is_listed(child.name, number_names) && !is_listed(child.name, heading_names))
                visit(child, level);
        end_line();
    }

    void children(const XmlNode& node, int level) {
        for (const XmlNode& child : node.children)
            visit(child, level);
    }

    void visit(const XmlNode& node, int level) {
        if (node.is_text()) {
            line_.add(node.text);
            has_words_ = has_words_ || !trim(node.text).empty();
        } else if (node.name == "table") {
            end_line();
            table(node);
        } else if (quoted_ == 0 && is_listed(node.name, headed)) {
            part(node, level);
        } else if (is_listed(node.name, headed) || is_listed(node.name, lines)) {
            line(node, level);
        } else if (!is_left_out(node)) {
            inline_element(node, level);
        }
    }

    void part(const XmlNode& node, int level) {
        end_line();
        const std::string heading = numbered_heading(node.name == "section" ? number_word_ : "",
                                                     first_of(node, number_names),
                                                     first_of(node, heading_names));
        if (!heading.empty())
            passages_.heading(std::min(level, 6), heading);
        part_body(node, level + 1);
    }

    // A number keeps the line that follows it: "(a)" and its paragraph.
    void line(const XmlNode& node, int level) {
        if (has_words_)
            end_line();
        const int quotes = is_listed(node.name, quoting) ? 1 : 0;
        quoted_ += quotes;
        children(node, level);
        quoted_ -= quotes;
        end_line();
    }

    void inline_element(const XmlNode& node, int level) {
        const bool is_label =
            is_listed(node.name, number_names) || is_listed(node.name, heading_names);
        const bool had_words = has_words_;
        const int quotes = is_listed(node.name, quoting) ? 1 : 0;
        quoted_ += quotes;
        children(node, level);
        quoted_ -= quotes;
        if (is_label) {
            has_words_ = had_words || is_listed(node.name, heading_names);
            line_.blank();
        }
        if (node.name == "text" || node.name == "chapeau" || node.name == "content" ||
            node.name == "br")
            line_.blank();
    }

    void table(const XmlNode& node) {
        for (const XmlNode& child : node.children) {
            if (child.name == "tr" || child.name == "row") {
                std::string cells;
                for (const XmlNode& cell : child.children)
                    if (const std::string text = running_text(cell); !text.empty())
                        cells += (cells.empty() ? "" : " | ") + text;
                passages_.paragraph(cells);
            } else if (!child.is_text()) {
                table(child);
            }
        }
    }

    // What stands behind a quotation may be a full stop alone; it is no line.
    void end_line() {
        const std::string text = line_.take();
        if (text.size() > 3 || std::any_of(text.begin(), text.end(), is_word_sign))
            passages_.paragraph(text);
        has_words_ = false;
    }

    PassageBuilder& passages_;
    std::string_view number_word_;
    InlineText line_;
    bool has_words_ = false; // more than a number stands in the line
    int quoted_ = 0;
};

} // namespace

void add_law_text(PassageBuilder& passages, const XmlNode& law, std::string_view number_word) {
    LawWalk(passages, number_word).read(law);
}

std::string
numbered_heading(std::string_view number_word, std::string_view number, std::string_view heading) {
    const auto bare = [](std::string_view text) {
        text = trim(text);
        while (!text.empty() && text.back() == '.')
            text.remove_suffix(1);
        return text;
    };
    number = bare(number);
    heading = bare(heading);
    std::string all(number.empty() ? "" : number_word);
    all += number;
    if (!number.empty() && !heading.empty())
        all += number.ends_with("\u2014") ? "" : ". ";
    return all.append(heading);
}

std::string section_anchor(std::string_view number) {
    number = trim(number);
    constexpr std::string_view sign = "\u00A7";
    if (!number.starts_with(sign))
        return {};
    while (number.starts_with(sign))
        number.remove_prefix(sign.size());
    return "section-" + slug(number);
}

std::string in_title_case(std::string_view text) {
    constexpr std::string_view small = "of|the|and|for|on|in|to|a|an|or|at|by|with|from";
    const std::string lower = to_lower_ascii(text);
    const bool is_all_capitals =
        std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_all_capitals)
        return std::string(text);
    std::string title;
    for (const std::string_view word : words_of(lower)) {
        std::string cased(word);
        const std::size_t letter = cased.find_first_of("abcdefghijklmnopqrstuvwxyz");
        if (letter != std::string::npos && (title.empty() || !is_listed(word, small)))
            cased[letter] = static_cast<char>(cased[letter] - 'a' + 'A');
        title += (title.empty() ? "" : " ") + cased;
    }
    return title;
}

} // namespace praxis::corpus
