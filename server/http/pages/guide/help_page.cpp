// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/guide/help_page.h"

#include "base/utf8.h"
#include "server/http/pages/labels.h"
#include "server/http/pages/layout.h"
#include "server/http/pages/search/search_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace praxis::http {

namespace {

constexpr std::size_t plain_word = 5; // letters that a word of an example has at least

struct WordPair {
    std::string first;
    std::string second;
    std::string kind; // of the publication
};

bool is_plain(std::string_view word) {
    return word.size() >= plain_word && std::ranges::all_of(word, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

std::vector<std::string> words_of(std::string_view title) {
    std::vector<std::string> words;
    while (!title.empty()) {
        const std::size_t end = std::min(title.find(' '), title.size());
        words.emplace_back(title.substr(0, end));
        title.remove_prefix(std::min(end + 1, title.size()));
    }
    return words;
}

// Two plain words that stand side by side in a title.
std::optional<WordPair> pair_in(std::string_view title) {
    const std::vector<std::string> words = words_of(title);
    for (std::size_t i = 1; i < words.size(); ++i)
        if (is_plain(words[i - 1]) && is_plain(words[i]) && words[i - 1] != words[i])
            return WordPair{to_lower_ascii(words[i - 1]), to_lower_ascii(words[i]), ""};
    return std::nullopt;
}

WordPair pair_in(const search::SearchAnswer& answer) {
    for (const search::Hit& hit : answer.hits)
        if (auto pair = pair_in(hit.publication.title)) {
            pair->kind = hit.publication.kind;
            return *pair;
        }
    return {"local", "government", ""};
}

const search::FacetValue* largest(const search::SearchAnswer& answer, std::string_view facet) {
    const auto counts = std::ranges::find(answer.facets, facet, &search::FacetCounts::field);
    return counts == answer.facets.end() || counts->values.empty() ? nullptr
                                                                   : &counts->values.front();
}

// The same word with two letters swapped, as fingers do.
std::string slip_of(std::string word) {
    std::swap(word[word.size() - 2], word[word.size() - 3]);
    return word;
}

class Examples {
public:
    explicit Examples(const search::SearchAnswer& answer)
        : answer_(answer), pair_(pair_in(answer)) {}

    std::vector<Example> make() {
        add_words();
        add_exact();
        add_patterns();
        add_operators();
        add_fields();
        return std::move(examples_);
    }

private:
    void add(const std::string& typed, std::string finds) {
        Example example{section_, typed, std::move(finds)};
        example.parameters = example.parameters.with("q", typed);
        examples_.push_back(std::move(example));
    }

    void add_words() {
        section_ = "Words";
        add(pair_.first, "the word and its relatives: plurals, past forms");
        add(pair_.first + " " + pair_.second, "both words, anywhere in a publication");
    }

    void add_exact() {
        section_ = "Exactly";
        add(fmt::format("\"{}\"", pair_.second), "just this form of the word");
        add(fmt::format("\"{} {}\"", pair_.first, pair_.second), "these words side by side");
        add(fmt::format("\"{} {}\"~4", pair_.second, pair_.first),
            "these words near each other, in any order");
    }

    void add_patterns() {
        section_ = "Parts of words and slips";
        add(pair_.first.substr(0, 4) + "*", "every word that begins so");
        add(slip_of(pair_.first) + "~", "words that are one slip of the finger away");
    }

    void add_operators() {
        section_ = "Together";
        add(fmt::format("{} AND {}", pair_.first, pair_.second), "both");
        add(fmt::format("{} OR {}", pair_.first, pair_.second), "one of them, or both");
        add(fmt::format("{} -{}", pair_.second, pair_.first), "the first without the second");
        if (!pair_.kind.empty())
            add(fmt::format("({} OR {}) AND kind:{}", pair_.first, pair_.second, pair_.kind),
                "parentheses do what they look like");
    }

    void add_fields() {
        section_ = "In one field";
        add("title:" + pair_.first, "in the title");
        if (const auto* kind = largest(answer_, "kind"))
            add("kind:" + kind->value, fmt::format("of the kind “{}”", kind->label));
        if (const auto* topic = largest(answer_, "topic"))
            add("topic:" + topic->value, fmt::format("about “{}”", topic->label));
        if (const auto* year = largest(answer_, "year")) {
            add("year:" + year->value, "of that year");
            add(fmt::format("year:..{}", year->value), "of that year or before");
        }
    }

    const search::SearchAnswer& answer_;
    const WordPair pair_;
    std::string section_;
    std::vector<Example> examples_;
};

void write_example(HtmlWriter& html, const Example& example) {
    const auto row = html.in("tr");
    {
        const auto typed = html.in("th", {{"scope", "row"}});
        const auto link =
            html.in("a", {{"href", search_address(example.parameters)}, {"rel", "nofollow"}});
        html.element("code", {}, example.typed);
    }
    html.element("td", {}, example.finds);
    html.element("td", {{"class", "count"}}, shown_number(example.total));
}

void write_examples(HtmlWriter& html, const std::vector<Example>& examples) {
    const auto table = html.in("table", {{"class", "examples"}});
    html.element("caption", {}, "Follow an example to see what it finds in this library.");
    {
        const auto head = html.in("thead");
        const auto row = html.in("tr");
        html.element("th", {{"scope", "col"}}, "Type");
        html.element("th", {{"scope", "col"}}, "to find publications with");
        html.element("th", {{"scope", "col"}, {"class", "count"}}, "Results");
    }
    for (std::size_t i = 0; i < examples.size();) {
        const auto body = html.in("tbody");
        const std::string& section = examples[i].section;
        {
            const auto row = html.in("tr");
            html.element(
                "th", {{"class", "section"}, {"colspan", "3"}, {"scope", "rowgroup"}}, section);
        }
        for (; i < examples.size() && examples[i].section == section; ++i)
            write_example(html, examples[i]);
    }
}

void write_question(HtmlWriter& html, std::string_view question, std::string_view answer) {
    html.element("h2", {}, question);
    html.element("p", {}, answer);
}

} // namespace

std::vector<Example> examples_from(const search::SearchAnswer& answer) {
    return Examples(answer).make();
}

std::string help_page(const schemas::Library& library, const std::vector<Example>& examples) {
    PageFrame frame{library, "How to search"};
    frame.address = frame.section = "/help";
    frame.description = "How to search this library: words, phrases, fields and filters.";
    std::vector<Example> shown = examples;
    std::erase_if(shown, [](const Example& example) { return example.total == 0; });
    return write_page(frame, [&](HtmlWriter& html) {
        const auto text = html.in("div", {{"class", "prose"}});
        html.element("h1", {}, "How to search");
        html.element("p",
                     {{"class", "lead"}},
                     "Type a few words and read. Everything else on this page is for when that is "
                     "not enough.");
        if (!shown.empty())
            write_examples(html, shown);
        write_question(html,
                       "How many of my words must be found?",
                       "One or two words: all of them. Of more, at least three quarters; the more "
                       "are found, the higher a publication stands. A phrase in quotes, a pattern "
                       "or a word with a field is always required.");
        write_question(html,
                       "What do the numbers beside the filters mean?",
                       "Each is exactly the number of results you get by choosing that value in "
                       "its list, with the filters of all other lists kept. Within a list, several "
                       "values widen the search; another list narrows it.");
        write_question(html,
                       "Why is a publication on my list?",
                       "The marked words in its passages say why. “Read as” above the results says "
                       "how your words were understood, and a note says what was left out. Nothing "
                       "is corrected without telling you.");
        write_question(html,
                       "Can I come back to a search?",
                       "Its address holds all of it: keep it as a bookmark or send it. “Cite, "
                       "share or download” below the results gives an address that keeps showing "
                       "today’s list, and the list itself as a file.");
    });
}

} // namespace praxis::http
