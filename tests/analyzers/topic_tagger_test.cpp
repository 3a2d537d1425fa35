// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "schemas/evidence_place.h"
#include "analyzers/topics/phrase_table.h"
#include "analyzers/topics/sentences.h"
#include "analyzers/topics/topic_tagger.h"
#include "analyzers/topics/topic_thresholds.h"
#include "analyzers/topics/topic_training.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "tests/analyzers/analyzers_of.h"

#include <algorithm>
#include <ostream>

using namespace praxis;
using namespace praxis::analyzers;
using praxis::tests::analyzers_of;
using schemas::Publication;

namespace {

const AnalyzerSet& english() {
    static const AnalyzerSet analyzers = analyzers_of("en");
    return analyzers;
}

const schemas::Vocabulary& vocabulary() {
    static const schemas::Vocabulary topics(
        "topic",
        {{"safety", "Public safety", "", "", {}},
         {"fire", "Fire", "safety", "", {"fire department", "fire merger"}},
         {"parks", "Parks", "", "", {"playground"}},
         {"water", "Water supply", "", "", {"drinking water", "WUI"}}});
    return topics;
}

Publication text(const std::string& title, const std::string& body) {
    Publication publication;
    publication.id = "s/" + title;
    publication.title = title;
    publication.passages = {{{}, 0, {}, {}, body}};
    return publication;
}

struct Named {
    std::string text;
    std::string topics; // by the places of their names
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Named& row) {
    return out << row.why;
}

const Named named[] = {
    {"The fire departments merged.", "safety/fire", "whole phrases, by their stems"},
    {"A firefly in the park.", "parks", "whole words only"},
    {"Fire mergers and drinking water", "safety/fire water", "several topics"},
    {"The wui of it", "", "an acronym is written in capitals"},
    {"Homes in the WUI", "water", "an acronym"},
    {"public, safety", "safety", "punctuation inside a phrase does not matter"},
    {"", "", "nothing"},
};

std::string joined(const std::vector<schemas::Topic>& topics) {
    std::string all;
    for (const schemas::Topic& topic : topics)
        all += (all.empty() ? "" : " ") + topic.term.value;
    return all;
}

// Every quote stands where its evidence says.
bool is_proven(const schemas::Topic& topic, const Publication& publication) {
    return !topic.evidence.empty() &&
           std::ranges::all_of(topic.evidence, [&](const schemas::Evidence& evidence) {
               const std::string_view body = schemas::quoted_text(publication, evidence);
               const auto begin = first_code_points(body, evidence.begin).size();
               return first_code_points(body.substr(begin), evidence.end - evidence.begin) ==
                      evidence.quote;
           });
}

// Forty publications: what is about budgets never says so, but speaks of levies and ledgers.
std::vector<Publication> labelled() {
    std::vector<Publication> all;
    for (int i = 0; i < 40; ++i) {
        const bool about_money = i % 2 == 0;
        Publication publication =
            text(fmt::format("Report {}", i),
                 about_money ? fmt::format("The levy and the ledger of year {}. We saw it.", i)
                             : fmt::format("Swings and slides for visitor {}. We saw it.", i));
        publication.topics = {
            {about_money ? schemas::Term{"money", {"Money"}} : schemas::Term{"parks", {"Parks"}},
             schemas::TopicOrigin::Editor,
             1,
             {}}};
        all.push_back(std::move(publication));
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(topic_tagger_suite)

BOOST_DATA_TEST_CASE(finds_topics_by_their_names, named) {
    const TopicNames names(&vocabulary(), {}, english());
    const Publication publication = text("", sample.text);
    std::string found;
    for (const NameHits& hits : names.hits(topic_stretches(publication, english())))
        found += (found.empty() ? "" : " ") + names.topics()[hits.topic].term.value;
    BOOST_TEST(found == sample.topics);
}

BOOST_AUTO_TEST_CASE(takes_the_longest_phrase_alone) {
    PhraseTable table;
    table.add(topic_words("open source", english()), 1);
    table.add(topic_words("open source intelligence", english()), 2);
    std::vector<PhraseTable::Meaning> found;
    table.find(topic_words("open source intelligence is open source", english()),
               [&](const PhraseTable::Found& one) { found.push_back(one.meaning); });
    BOOST_TEST(found == (std::vector<PhraseTable::Meaning>{2, 1}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(parts_sentences_where_people_do) {
    const Publication publication =
        text("", "In the U.S. parks pay. Mr. J. Hill said so!\nNext line, e.g. here. 12 came.");
    const auto stretches = topic_stretches(publication, english());
    std::vector<std::string> sentences;
    for (const Sentence& sentence : sentences_of(stretches.front())) {
        const auto& words = stretches.front().words;
        sentences.emplace_back(stretches.front().text.substr(
            words[sentence.first].begin, words[sentence.last].end - words[sentence.first].begin));
    }
    const std::vector<std::string> expected = {
        "In the U.S. parks pay", "Mr", "J. Hill said so", "Next line, e.g. here", "12 came"};
    BOOST_TEST(sentences == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(proves_what_it_gives) {
    const TopicTagger tagger(&vocabulary(), nullptr, 0.5, english());
    const Publication publication =
        text("Fire merger", "Größe zählt. The fire department grew.\nIt is a fire department.");
    const TaggedTopics tagged = tagger.tag(publication);
    BOOST_TEST(joined(tagged.set) == "safety/fire");
    BOOST_TEST(is_proven(tagged.set.front(), publication));
    BOOST_TEST(tagged.set.front().evidence.front().quote == "The fire department grew");
    BOOST_TEST(tagged.set.front().words.front() == "fire department");
}

BOOST_AUTO_TEST_CASE(quotes_title_and_summary_where_there_is_no_text) {
    const TopicTagger tagger(&vocabulary(), nullptr, 0.5, english());
    Publication short_one;
    short_one.title = "Fire merger";
    short_one.summary = "A fire department and a fire merger";
    const TaggedTopics tagged = tagger.tag(short_one);
    BOOST_TEST(joined(tagged.set) == "safety/fire");
    BOOST_TEST(is_proven(tagged.set.front(), short_one));
    BOOST_TEST(tagged.set.front().evidence.front().passage == schemas::evidence_in_summary);
    BOOST_TEST(tagger.tag(Publication()).set.empty());
}

BOOST_AUTO_TEST_CASE(a_heading_is_no_evidence) {
    const TopicTagger tagger(&vocabulary(), nullptr, 0, english());
    Publication headed = text("Notes", "Nothing is said here.");
    headed.passages.front().heading = "Fire department";
    headed.passages.push_back({"Fire merger", 1, "b", {}, "Nor here."});
    headed.passages.push_back({"Fire", 1, "c", {}, "Nor here."});
    const TaggedTopics tagged = tagger.tag(headed);
    BOOST_TEST(tagged.set.empty());
    BOOST_TEST(tagged.suggested.empty());
}

BOOST_AUTO_TEST_CASE(learns_what_no_name_says) {
    const auto model = train_topics(labelled(), &vocabulary(), english());
    BOOST_TEST_REQUIRE(model.has_value());
    const TopicTagger tagger(
        &vocabulary(), std::make_shared<const TopicModel>(*model), 0.5, english());
    const Publication publication = text("Notes", "We saw it. A levy needs a ledger.");
    const TaggedTopics tagged = tagger.tag(publication);
    BOOST_TEST(joined(tagged.set) == "money");
    BOOST_TEST(is_proven(tagged.set.front(), publication));
    BOOST_TEST(tagged.set.front().evidence.front().quote == "A levy needs a ledger");
}

BOOST_AUTO_TEST_CASE(the_same_publications_give_the_same_model) {
    std::vector<Publication> reversed = labelled();
    std::ranges::reverse(reversed);
    const auto model = train_topics(labelled(), &vocabulary(), english());
    const auto again = train_topics(reversed, &vocabulary(), english());
    BOOST_TEST(topic_model_to_text(*model) == topic_model_to_text(*again));
    BOOST_TEST(training_fingerprint(labelled(), nullptr) !=
               training_fingerprint(labelled(), &vocabulary()));
}

BOOST_AUTO_TEST_CASE(a_model_is_read_back_to_the_last_bit) {
    const std::string written =
        topic_model_to_text(*train_topics(labelled(), &vocabulary(), english()));
    BOOST_TEST(topic_model_to_text(topic_model_from_text(written).value()) == written);
    for (const std::size_t cut : {0U, 1U, 20U, 30U})
        BOOST_TEST(!topic_model_from_text(written.substr(cut + 1)).has_value());
}

BOOST_AUTO_TEST_CASE(too_few_labels_teach_nothing) {
    std::vector<Publication> few = labelled();
    few.resize(fewest_labelled - 1);
    BOOST_TEST(!train_topics(few, &vocabulary(), english()).has_value());
}

BOOST_AUTO_TEST_CASE(draws_the_line_where_f1_is_best) {
    const Threshold best =
        best_threshold({{4, true}, {3, true}, {2, false}, {1, true}, {0, false}});
    BOOST_TEST(best.value == 0.5);
    BOOST_TEST(best.f1 == 6.0 / 7);
    BOOST_TEST(best_threshold({{1, false}}).value > 1);
    BOOST_TEST(settled_threshold(1, 9, 4) == 1);
    BOOST_TEST(settled_threshold(0, 2, 10) == 0.5);
}

BOOST_AUTO_TEST_SUITE_END()
