// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "server/search/passages/excerpt.h"
#include "server/search/passages/shown_passages.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/search_comparison.h"
#include "tests/support/search_one.h"

#include <ostream>

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

struct Row {
    std::vector<std::string> passages;
    std::string query;
    std::string expected; // "anchor: text" a line, marks in brackets
    std::string why;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.why;
}

const std::string filler = repeated("Nothing of note happens here. ", 20); // 600 letters

const Row rows[] = {
    {{"The fire districts."}, "fire", "p0: The [fire] districts.", "a short text is shown whole"},
    {{"The fires of a city."}, "fire", "p0: The [fires] of a city.", "a form of the word"},
    {{"The fires and fire."}, "\"fire\"", "p0: The fires and [fire].", "quotes mark the very word"},
    {{"Merger: a fire merger."},
     "\"fire merger\"",
     "p0: Merger: a [fire merger].",
     "a phrase is marked where it stands"},
    {{"A fire merger."}, "fire merger", "p0: A [fire] [merger].", "words are marked one by one"},
    {{"Fire, then merger."}, "\"merger fire\"~3", "p0: [Fire], then [merger].", "a window's words"},
    {{"The budgets of budgetary offices."},
     "budg*",
     "p0: The [budgets] of [budgetary] offices.",
     "what a pattern stands for"},
    {{"The council-manager form."},
     "council-manager",
     "p0: The [council-manager] form.",
     "a compound"},
    {{"The council-manager form."},
     "manager",
     "p0: The council-[manager] form.",
     "a part of a compound"},
    {{"An e-mail."}, "email", "p0: An [e-mail].", "a joined form"},
    {{"The plan of 2017-2020."}, "2018", "p0: The plan of [2017-2020].", "an implied year"},
    {{"Fire but no water."}, "fire -police", "p0: [Fire] but no water.", "what is excluded is not"},
    {{"The fire."}, "fire title:else", "p0: The [fire].", "another field's word is not"},
    {{"Fire here.", "None.", "Merger there."},
     "fire merger",
     "p0: [Fire] here.\np2: [Merger] there.",
     "two passages that add to each other"},
    {{"Fire here.", "Fire merger.", "Fire there."},
     "fire merger",
     "p0: [Fire] here.\np1: [Fire] [merger].",
     "the second piece is the first of the rest"},
    {{"Fire\nand\nwater."}, "fire", "p0: [Fire] and water.", "line ends become blanks"},
    {{"None.", "Of these."}, "title:else", "p0: None.", "the title alone matched: the beginning"},
    {{"", "Of these."}, "title:else", "p1: Of these.", "an empty passage is no beginning"},
    {{"Water."}, "", "p0: Water.", "without a query: the beginning"},
    {{filler + "A fire started. " + filler},
     "fire",
     "p0: \u2026 A [fire] started. " + repeated("Nothing of note happens here. ", 9) +
         "Nothing of \u2026",
     "from the beginning of a sentence, to the end of a word"},
    {{filler + "fire"},
     "fire",
     "p0: \u2026 " + repeated("Nothing of note happens here. ", 9) + "[fire]",
     "at the end of the text"},
    {{"fire " + filler},
     "fire",
     "p0: [fire] " + repeated("Nothing of note happens here. ", 9) + "Nothing of note \u2026",
     "at the beginning of the text"},
    {{"fire " + filler + "merger " + filler},
     "fire merger",
     "p0: [fire] " + repeated("Nothing of note happens here. ", 9) + "Nothing of note \u2026\n" +
         "p0: \u2026 [merger] " + repeated("Nothing of note happens here. ", 9) +
         "Nothing of note \u2026",
     "two pieces of one passage"},
};

std::string shown_lines(const std::vector<ShownPassage>& passages) {
    std::string lines;
    for (const ShownPassage& passage : passages)
        lines += (lines.empty() ? "" : "\n") + passage.anchor + ": " + shown(passage.parts);
    return lines;
}

std::size_t length(const ShownPassage& passage) {
    std::size_t points = 0;
    for (const TextPart& part : passage.parts)
        points += count_code_points(part.text);
    return points;
}

} // namespace

BOOST_AUTO_TEST_SUITE(shown_passages_suite)

BOOST_DATA_TEST_CASE(shows_why_it_matched, rows) {
    const auto snapshot = snapshot_of({written("x", "Something else", sample.passages)});
    const SearchAnswer answer = answer_of(*snapshot, query(sample.query));
    BOOST_TEST_REQUIRE(answer.hits.size() == 1U);
    BOOST_TEST(shown_lines(answer.hits[0].passages) == sample.expected);
}

BOOST_AUTO_TEST_CASE(marks_the_title) {
    const auto snapshot = snapshot_of({written("x", "The fire of fires", {"text"})});
    const auto title_of = [&](const char* q) {
        return shown(answer_of(*snapshot, query(q)).hits.at(0).title_parts);
    };
    BOOST_TEST(title_of("fire") == "The [fire] of [fires]");
    BOOST_TEST(title_of("text") == "The fire of fires");
    BOOST_TEST(title_of("title:fire") == "The [fire] of [fires]");
    BOOST_TEST(title_of("body:text") == "The fire of fires");
}

BOOST_AUTO_TEST_CASE(shows_the_summary_where_only_that_matched) {
    schemas::Publication publication = written("x", "Title", {"text"});
    publication.summary = "Of fires.";
    const auto snapshot = snapshot_of({publication});
    BOOST_TEST(shown_lines(answer_of(*snapshot, query("fire")).hits.at(0).passages) ==
               ": Of [fires].");
    BOOST_TEST(shown_lines(answer_of(*snapshot, query("text")).hits.at(0).passages) ==
               "p0: [text]");
}

BOOST_AUTO_TEST_CASE(does_not_say_the_same_twice) {
    schemas::Publication publication =
        written("x", "Title", {"Of fires and water.", "Of fires and water.", "Fire ends."});
    publication.summary = "Of fires and water";
    const auto snapshot = snapshot_of({publication});
    BOOST_TEST(shown_lines(answer_of(*snapshot, query("fire water")).hits.at(0).passages) ==
               "p0: Of [fires] and [water].\np2: [Fire] ends.");
}

BOOST_AUTO_TEST_CASE(shows_nothing_when_it_is_not_wanted) {
    const auto snapshot = snapshot_of({written("x", "The fire", {"fire"})});
    SearchRequest request = query("fire");
    request.highlight = Highlight::None;
    const Hit hit = answer_of(*snapshot, request).hits.at(0);
    BOOST_TEST(hit.passages.empty());
    BOOST_TEST(shown(hit.title_parts) == "The fire");
}

BOOST_AUTO_TEST_CASE(hits_come_without_their_passages) {
    const auto snapshot = snapshot_of({written("x", "The fire", {"fire"})});
    BOOST_TEST(answer_of(*snapshot, query("fire")).hits.at(0).publication.passages.empty());
}

BOOST_AUTO_TEST_CASE(text_without_blanks_is_cut_as_well) {
    const auto snapshot = snapshot_of({written("x", "Title", {repeated("\u6771\u4eac", 400)})});
    const SearchAnswer answer = answer_of(*snapshot, query(""));
    BOOST_TEST(length(answer.hits.at(0).passages.at(0)) <= max_excerpt_code_points);
    BOOST_TEST(length(answer.hits.at(0).passages.at(0)) > 200U);
}

BOOST_AUTO_TEST_CASE(a_very_long_text_is_looked_through_in_part) {
    const std::string text = repeated("Nothing of note. ", 60000);
    const auto snapshot = snapshot_of({written("x", "Title", {"fire " + text + " merger"})});
    const SearchAnswer answer = answer_of(*snapshot, query("fire merger"));
    BOOST_TEST(answer.hits.at(0).passages.size() == 1U);
    BOOST_TEST(shown(answer.hits.at(0).passages.at(0).parts).starts_with("[fire] Nothing"));
}

BOOST_AUTO_TEST_CASE(whatever_is_asked_pieces_are_few_short_and_parts_of_the_text) {
    ComparedLibrary library(7, 40);
    for (int i = 0; i < 150; ++i) {
        const auto answer = library.answer(library.requests().next());
        if (!answer)
            continue;
        for (const Hit& hit : answer->hits) {
            BOOST_TEST(hit.passages.size() <= 2U);
            const auto document = library.snapshot().document_of(hit.publication.id);
            const auto whole = library.snapshot().publication(document.value());
            std::string text = whole.summary;
            for (const schemas::Passage& passage : whole.passages)
                text += "\n\n" + passage.text;
            std::replace(text.begin(), text.end(), '\n', ' ');
            for (const ShownPassage& passage : hit.passages) {
                BOOST_TEST(length(passage) <= max_excerpt_code_points);
                std::string piece;
                for (const TextPart& part : passage.parts)
                    piece += part.text;
                if (piece.starts_with("\u2026 "))
                    piece.erase(0, 4);
                if (piece.ends_with(" \u2026"))
                    piece.erase(piece.size() - 4);
                BOOST_TEST((text.find(piece) != std::string::npos), piece);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
