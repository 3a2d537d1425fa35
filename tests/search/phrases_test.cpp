// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/suggestion/phrases.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace praxis::search;

namespace {

// Documents of one text each, words separated by blanks; `titles` of them are titles.
struct Texts {
    RunningText running;
    std::vector<std::string> words;
    std::map<std::string, Form> forms;

    explicit Texts(const std::vector<std::string>& texts, std::size_t titles = 0) {
        for (std::uint32_t document = 0; document < texts.size(); ++document) {
            std::istringstream text(texts[document]);
            for (std::string word; text >> word;)
                add(number(word), document);
            add(RunningText::end_of_text, document);
            if (document + 1 == titles)
                running.end_of_titles = running.forms.size();
        }
    }

    std::string frequent(std::uint32_t fewest, const std::string& stop = "") const {
        std::vector<bool> may_end(words.size(), true);
        if (const auto found = forms.find(stop); found != forms.end())
            may_end[found->second] = false;
        std::map<std::string, std::string> listed;
        for (const FrequentPhrase& phrase : frequent_phrases(running, may_end, fewest, 4)) {
            std::string text;
            for (std::size_t i = 0; i < phrase.words; ++i)
                text += (i == 0 ? "" : " ") + words[running.forms[phrase.begin + i]];
            listed[text] = std::to_string(phrase.documents) + "/" + std::to_string(phrase.titles);
        }
        std::string all;
        for (const auto& [text, counts] : listed)
            all += (all.empty() ? "" : ", ") + text + " " + counts;
        return all;
    }

private:
    Form number(const std::string& word) {
        const auto [found, is_new] = forms.emplace(word, static_cast<Form>(words.size()));
        if (is_new)
            words.push_back(word);
        return found->second;
    }

    void add(Form form, std::uint32_t document) {
        running.forms.push_back(form);
        running.documents.push_back(document);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(phrases_suite)

BOOST_AUTO_TEST_CASE(a_longer_phrase_explains_its_parts) {
    const Texts texts({"capital improvement program",
                       "a capital improvement program",
                       "the capital improvement program here"});
    BOOST_TEST(texts.frequent(3) == "capital improvement program 3/0");
}

BOOST_AUTO_TEST_CASE(a_part_that_stands_alone_often_enough_stays) {
    const Texts texts({"fire engine", "fire engine", "fire", "fire", "fire"});
    BOOST_TEST(texts.frequent(2) == "fire 5/0, fire engine 2/0");
}

BOOST_AUTO_TEST_CASE(counts_documents_and_titles_not_occurrences) {
    const Texts texts({"fire", "water", "fire fire fire", "fire water"}, 1);
    BOOST_TEST(texts.frequent(2) == "fire 3/1, water 2/0");
}

BOOST_AUTO_TEST_CASE(no_phrase_begins_or_ends_with_a_stop_word) {
    const Texts texts({"bank of water", "bank of water", "of water of"});
    BOOST_TEST(texts.frequent(2, "of") == "bank 2/0, bank of water 2/0, water 3/0");
}

BOOST_AUTO_TEST_CASE(no_phrase_reaches_over_the_end_of_a_text) {
    const Texts texts({"fire", "water", "fire", "water"});
    BOOST_TEST(texts.frequent(2) == "fire 2/0, water 2/0");
}

BOOST_AUTO_TEST_SUITE_END()
