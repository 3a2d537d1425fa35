// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/passages/shown_passages.h"

#include "base/utf8.h"
#include "server/search/passages/excerpt.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace praxis::search {

namespace {

constexpr std::size_t max_shown = 2;
constexpr std::size_t max_tries = 4; // to find pieces that do not say the same
constexpr std::size_t max_looked_through = std::size_t{256} * 1024;

struct MarkedText {
    const schemas::Passage* passage = nullptr; // null: the summary
    std::string_view text;                     // as far as it was looked through
    std::vector<Mark> marks;

    bool goes_on() const { return passage != nullptr && text.size() < passage->text.size(); }
};

struct Choice {
    std::size_t text = 0; // which of the marked texts
    Cut cut;
};

// The text up to where looking ends, cut at a code point's border.
std::string_view cut_to(std::string_view text, std::size_t bytes) {
    while (bytes < text.size() && bytes > 0 &&
           (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

std::vector<MarkedText> mark_texts(const schemas::Publication& publication, const Marker& marker) {
    std::vector<MarkedText> texts;
    std::size_t left = max_looked_through;
    for (const schemas::Passage& passage : publication.passages) {
        const std::string_view looked_at = cut_to(passage.text, left);
        texts.push_back({&passage, looked_at, marker.marks_in(looked_at, "body")});
        left -= looked_at.size();
    }
    texts.push_back( // last: where a passage says the same, the passage has an anchor
        {nullptr, publication.summary, marker.marks_in(publication.summary, "summary")});
    return texts;
}

// Whether one of two pieces says all that the other does: a summary is often the first sentence.
bool say_the_same(std::string_view left, std::string_view right) {
    const auto bare = [](std::string_view text) {
        std::string folded = collapse_whitespace(text);
        while (!folded.empty() && folded.back() == '.')
            folded.pop_back();
        return folded;
    };
    const std::string one = bare(left);
    const std::string other = bare(right);
    return one.find(other) != std::string::npos || other.find(one) != std::string::npos;
}

std::string_view text_of(const std::vector<MarkedText>& texts, const Choice& choice) {
    return texts[choice.text].text.substr(choice.cut.begin, choice.cut.end - choice.cut.begin);
}

// Chooses the piece that adds most to those that are chosen, and takes its marks out.
std::optional<Choice> choose(std::vector<MarkedText>& texts,
                             const std::vector<Choice>& chosen,
                             const std::vector<double>& weights,
                             std::vector<bool>& shown) {
    std::optional<Excerpt> best;
    std::size_t where = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto excerpt = best_excerpt(texts[i].text, texts[i].marks, weights, shown);
        if (excerpt && (!best || excerpt->gain > best->gain + 1e-9)) {
            best = excerpt;
            where = i;
        }
    }
    if (!best)
        return std::nullopt;
    Choice choice{where, cut_around(texts[where].text, best->begin, best->end)};
    for (const Choice& earlier : chosen)
        if (earlier.text == where)
            keep_apart(texts[where].text, choice.cut, earlier.cut);
    std::erase_if(texts[where].marks, [&](const Mark& mark) {
        const bool inside = mark.end > choice.cut.begin && mark.begin < choice.cut.end;
        if (inside)
            shown[mark.leaf] = true;
        return inside;
    });
    return choice;
}

ShownPassage show(const MarkedText& text, const Cut& cut, const std::vector<Mark>& marks) {
    ShownPassage shown;
    if (text.passage != nullptr) {
        shown.heading = text.passage->heading;
        shown.anchor = text.passage->anchor;
    }
    shown.parts = excerpt_parts(text.text, cut, marks, text.goes_on());
    return shown;
}

// The first passage that has a text, from its beginning; else the summary.
std::vector<ShownPassage> beginning(const schemas::Publication& publication) {
    MarkedText first{nullptr, publication.summary, {}};
    const auto passage =
        std::ranges::find_if(publication.passages, [](const schemas::Passage& candidate) {
            return !trim(candidate.text).empty();
        });
    if (passage != publication.passages.end())
        first = {&*passage, cut_to(passage->text, max_looked_through), {}};
    if (trim(first.text).empty())
        return {};
    return {show(first, cut_around(first.text, 0, 0), {})};
}

} // namespace

std::vector<ShownPassage> shown_passages(const schemas::Publication& publication,
                                         const std::vector<double>& weights,
                                         const Marker& marker) {
    const std::vector<MarkedText> marked = mark_texts(publication, marker);
    std::vector<MarkedText> left = marked;
    std::vector<bool> shown(weights.size(), false);
    std::vector<Choice> choices;
    for (std::size_t tries = 0; tries < max_tries && choices.size() < max_shown; ++tries) {
        const std::optional<Choice> choice = choose(left, choices, weights, shown);
        if (!choice)
            break;
        if (std::none_of(choices.begin(), choices.end(), [&](const Choice& earlier) {
                return say_the_same(text_of(marked, earlier), text_of(marked, *choice));
            }))
            choices.push_back(*choice);
    }
    if (choices.empty())
        return beginning(publication);
    const std::size_t summary = marked.size() - 1;
    std::sort(choices.begin(), choices.end(), [&](const Choice& a, const Choice& b) {
        return std::tuple(a.text != summary, a.text, a.cut.begin) <
               std::tuple(b.text != summary, b.text, b.cut.begin);
    });
    std::vector<ShownPassage> passages;
    for (const Choice& choice : choices)
        passages.push_back(show(marked[choice.text], choice.cut, marked[choice.text].marks));
    return passages;
}

} // namespace praxis::search
