// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "index/lucene/text_index_writer.h"
#include "index/text_index_reader.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/index/tiny_entries.h"
#include "tests/support/temp_dir.h"

#include <set>
#include <thread>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

using Reader = std::shared_ptr<const TextIndexReader>;

// An index folder that is written commit by commit, each kept.
class Index {
public:
    std::string write(const std::function<void(TextIndexWriter&)>& work) {
        auto writer =
            TextIndexWriter::open({.folder = folder_.path(), .commit = last_, .kept = kept_},
                                  {.free_space_floor = 0, .faults = nullptr});
        BOOST_REQUIRE(writer.has_value());
        work(*writer);
        const auto commit = writer->commit();
        BOOST_REQUIRE(commit.has_value());
        last_ = commit->name;
        kept_.insert(commit->name);
        return commit->name;
    }

    Reader reader() const { return reader(*last_); }

    Reader reader(const std::string& commit) const {
        auto opened = TextIndexReader::open(folder_.path(), commit);
        BOOST_REQUIRE(opened.has_value());
        return *opened;
    }

    const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TempDir folder_;
    std::optional<std::string> last_;
    std::set<std::string> kept_;
};

void put(TextIndexWriter& writer, const Entry& entry) {
    BOOST_REQUIRE(writer.replace(entry).has_value());
}

std::vector<std::string>
terms(const Reader& reader, std::string_view field, std::string_view prefix = "") {
    std::vector<std::string> found;
    reader->visit_terms(field, prefix, [&](std::string_view term) {
        found.emplace_back(term);
        return true;
    });
    return found;
}

std::vector<std::string>
ids_with(const Reader& reader, std::string_view field, std::string_view term) {
    std::vector<std::string> ids;
    for (const Posting& posting : reader->postings(field, term))
        ids.push_back(reader->publication(posting.document).id);
    return ids;
}

using Strings = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(text_index_suite)

BOOST_AUTO_TEST_CASE(reads_back_what_was_written) {
    Index index;
    const Entry first = tiny_entry("a/1", "fire merger", "the fire districts and the fire");
    index.write([&](TextIndexWriter& writer) {
        put(writer, first);
        put(writer, tiny_entry("a/2", "budget"));
    });
    const Reader reader = index.reader();
    BOOST_TEST(reader->publication_count() == 2U);
    const auto document = reader->document_of("a/1");
    BOOST_TEST_REQUIRE(document.has_value());
    BOOST_TEST((reader->publication(*document) == first.publication));
    BOOST_TEST(terms(reader, "title") == (Strings{"budget", "fire", "merger"}));
    BOOST_TEST(terms(reader, "body", "d") == Strings{"districts"});
    const auto postings = reader->postings("body", "fire");
    BOOST_TEST_REQUIRE(postings.size() == 1U);
    BOOST_TEST(postings[0].positions == (std::vector<std::uint32_t>{1, 5}));
    BOOST_TEST(reader->lengths("body")[*document] == 6U);
    BOOST_TEST(reader->lengths("body")[*reader->document_of("a/2")] == 0U);
    BOOST_TEST(!reader->document_of("a/3").has_value());
    BOOST_TEST(reader->lengths("no such field").size() == 2U);
    BOOST_TEST(terms(reader, "no such field").empty());
}

BOOST_AUTO_TEST_CASE(keeps_positions_that_repeat_or_leap) {
    Index index;
    Entry entry = tiny_entry("a", "x");
    entry.fields[0].tokens = {{"zero", 0}, {"again", 0}, {"far", 1'000'000}, {"far", 1'000'000}};
    entry.fields[0].length = 7;
    index.write([&](TextIndexWriter& writer) { put(writer, entry); });
    const Reader reader = index.reader();
    BOOST_TEST(reader->postings("title", "zero")[0].positions == std::vector<std::uint32_t>{0});
    BOOST_TEST(reader->postings("title", "again")[0].positions == std::vector<std::uint32_t>{0});
    BOOST_TEST(reader->postings("title", "far")[0].positions ==
               (std::vector<std::uint32_t>{1'000'000, 1'000'000}));
    BOOST_TEST(reader->lengths("title")[0] == 7U);
}

BOOST_AUTO_TEST_CASE(shows_no_deleted_publication_and_no_term_of_one) {
    Index index;
    index.write([](TextIndexWriter& writer) {
        put(writer, tiny_entry("a", "only here"));
        put(writer, tiny_entry("b", "and here"));
        put(writer, tiny_entry("c", "old words"));
    });
    index.write([](TextIndexWriter& writer) {
        BOOST_TEST(writer.remove("a").has_value());
        BOOST_TEST(writer.remove("never was").has_value());
        put(writer, tiny_entry("c", "new words"));
    });
    const Reader reader = index.reader();
    BOOST_TEST(reader->publication_count() == 2U);
    BOOST_TEST(!reader->document_of("a").has_value());
    BOOST_TEST(terms(reader, "title") == (Strings{"and", "here", "new", "words"}));
    BOOST_TEST(ids_with(reader, "title", "here") == Strings{"b"});
    BOOST_TEST(ids_with(reader, "title", "words") == Strings{"c"});
    BOOST_TEST(reader->postings("title", "old").empty());
    std::uint32_t live = 0;
    for (std::uint32_t document = 0; document < reader->document_limit(); ++document)
        live += reader->is_live(document) ? 1 : 0;
    BOOST_TEST(live == 2U);
}

// Foundations A5: one of these in a term breaks the dictionary for OTHER terms, if it is handed on.
BOOST_AUTO_TEST_CASE(bears_any_bytes_in_ids_terms_and_texts) {
    const Strings hazards = {"\xED\xA0\x80",     // a surrogate
                             "\xEF\xBF\xBF",     // U+FFFF
                             "\xF0\x9F\xBF\xBF", // U+1FFFF
                             "\xF4\x90\x80\x80", // above U+10FFFF
                             "\xFF",
                             std::string("a\0b", 3),
                             "\xC3"};
    Index index;
    index.write([&](TextIndexWriter& writer) {
        for (std::size_t i = 0; i < hazards.size(); ++i) {
            Entry entry = tiny_entry("p" + std::to_string(i), "before zebra");
            entry.fields[0].tokens.push_back({hazards[i], 2});
            entry.fields[0].tokens.push_back({"mid" + hazards[i] + "dle", 3});
            put(writer, entry);
        }
    });
    const Reader reader = index.reader();
    BOOST_TEST(reader->postings("title", "before").size() == hazards.size());
    BOOST_TEST(reader->postings("title", "zebra").size() == hazards.size());
    for (const std::string& hazard : hazards)
        BOOST_TEST(!reader->postings("title", repair_utf8(hazard)).empty());
}

// Foundations A5: MaxFieldLength LIMITED cuts a field at 10,000 tokens in silence.
BOOST_AUTO_TEST_CASE(keeps_every_token_of_a_long_text) {
    Index index;
    Entry entry = tiny_entry("long", "x");
    entry.fields[0].tokens.clear();
    for (std::uint32_t i = 0; i < 25'000; ++i)
        entry.fields[0].tokens.push_back({"w" + std::to_string(i), i});
    entry.fields[0].length = 25'000;
    index.write([&](TextIndexWriter& writer) { put(writer, entry); });
    const Reader reader = index.reader();
    BOOST_TEST(terms(reader, "title").size() == 25'000U);
    BOOST_TEST(reader->postings("title", "w24999")[0].positions ==
               std::vector<std::uint32_t>{24'999});
    BOOST_TEST(reader->lengths("title")[0] == 25'000U);
}

// Foundations A5: Lucene++ drops terms above 16,383 characters without a word.
BOOST_AUTO_TEST_CASE(keeps_the_longest_term_and_refuses_a_longer_one) {
    Index index;
    const std::string longest(16'383, 'x');
    index.write([&](TextIndexWriter& writer) {
        put(writer, tiny_entry("a", longest));
        BOOST_CHECK_THROW(static_cast<void>(writer.replace(tiny_entry("b", longest + "x"))), Error);
        put(writer, tiny_entry("c", "after"));
    });
    const Reader reader = index.reader();
    BOOST_TEST(ids_with(reader, "title", longest) == Strings{"a"});
    BOOST_TEST(ids_with(reader, "title", "after") == Strings{"c"});
}

// Foundations A2: a commit without a change is skipped by Lucene++ and has no name of its own.
BOOST_AUTO_TEST_CASE(makes_a_commit_of_its_own_without_any_change) {
    Index index;
    const std::string first =
        index.write([](TextIndexWriter& writer) { put(writer, tiny_entry("a", "x")); });
    const std::string second = index.write([](TextIndexWriter&) {});
    BOOST_TEST(first != second);
    BOOST_TEST(index.reader(first)->publication_count() == 1U);
    BOOST_TEST(index.reader(second)->publication_count() == 1U);
    Index empty;
    empty.write([](TextIndexWriter&) {});
    BOOST_TEST(empty.reader()->publication_count() == 0U);
}

BOOST_AUTO_TEST_CASE(leaves_kept_commits_readable_through_merges) {
    Index index;
    std::vector<std::string> commits;
    for (int round = 0; round < 25; ++round) // a merge happens at every tenth
        commits.push_back(index.write([&](TextIndexWriter& writer) {
            put(writer, tiny_entry("same", "round" + std::to_string(round)));
            put(writer, tiny_entry("p" + std::to_string(round), "x"));
        }));
    for (std::size_t round = 0; round < commits.size(); ++round) {
        const Reader reader = index.reader(commits[round]);
        BOOST_TEST(reader->publication_count() == round + 2);
        BOOST_TEST(reader->publication(*reader->document_of("same")).title ==
                   "round" + std::to_string(round));
    }
}

BOOST_AUTO_TEST_CASE(abandons_what_was_not_committed) {
    Index index;
    index.write([](TextIndexWriter& writer) { put(writer, tiny_entry("a", "x")); });
    {
        auto writer = TextIndexWriter::open(
            {.folder = index.folder(), .commit = "segments_2", .kept = {"segments_2"}},
            {.free_space_floor = 0, .faults = nullptr});
        BOOST_TEST_REQUIRE(writer.has_value());
        put(*writer, tiny_entry("b", "x"));
        BOOST_TEST(writer->remove("a").has_value());
    }
    BOOST_TEST(index.reader()->publication_count() == 1U);
}

// Foundations A6: closing a reader under a search is a SIGSEGV; here nobody closes.
BOOST_AUTO_TEST_CASE(answers_many_threads_while_the_index_is_written_and_readers_end) {
    Index index;
    index.write([](TextIndexWriter& writer) {
        for (int i = 0; i < 200; ++i)
            put(writer, tiny_entry("p" + std::to_string(i), "common word" + std::to_string(i)));
    });
    std::mutex mutex;
    Reader shared = index.reader();
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> searchers;
    for (int thread = 0; thread < 4; ++thread)
        searchers.emplace_back([&] {
            while (!stop) {
                Reader mine;
                {
                    const std::lock_guard lock(mutex);
                    mine = shared;
                }
                const auto postings = mine->postings("title", "common");
                wrong += postings.size() == mine->publication_count() ? 0 : 1;
                wrong += mine->lengths("title").size() == mine->document_limit() ? 0 : 1;
                wrong += mine->publication(postings.back().document).title.empty() ? 1 : 0;
            }
        });
    for (int round = 0; round < 20; ++round) {
        index.write([&](TextIndexWriter& writer) {
            put(writer, tiny_entry("p" + std::to_string(round), "common again"));
            BOOST_TEST(writer.remove("p" + std::to_string(199 - round)).has_value());
        });
        Reader fresh = index.reader();
        const std::lock_guard lock(mutex);
        shared = std::move(fresh);
    }
    stop = true;
    searchers.clear();
    BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(takes_entries_from_several_threads) {
    Index index;
    index.write([](TextIndexWriter& writer) {
        std::vector<std::jthread> feeders;
        for (int thread = 0; thread < 3; ++thread)
            feeders.emplace_back([&writer, thread] {
                for (int i = 0; i < 300; ++i) {
                    const std::string id = std::to_string(thread) + "/" + std::to_string(i);
                    if (!writer.add(tiny_entry(id, "all " + id)).has_value())
                        throw std::runtime_error("cannot add");
                }
            });
    });
    const Reader reader = index.reader();
    BOOST_TEST(reader->postings("title", "all").size() == 900U);
    BOOST_TEST(ids_with(reader, "title", "2/299") == Strings{"2/299"});
}

// The naive reading: a map from term to the publications that hold it.
BOOST_AUTO_TEST_CASE(agrees_with_a_naive_index) {
    const bool agrees = rc::check([] {
        const auto word = rc::gen::element<std::string>("a", "b", "ab", "é", "火", "z9");
        const auto texts =
            *rc::gen::container<std::vector<Strings>>(rc::gen::container<Strings>(word));
        Index index;
        std::map<std::string, Strings> expected;
        index.write([&](TextIndexWriter& writer) {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                std::string text;
                for (const std::string& token : texts[i])
                    text += token + " ";
                const std::string id = "p" + std::to_string(i);
                put(writer, tiny_entry(id, text));
                for (const std::string& token : std::set(texts[i].begin(), texts[i].end()))
                    expected[token].push_back(id);
            }
        });
        const Reader reader = index.reader();
        Strings in_order;
        for (const auto& [term, ids] : expected) {
            in_order.push_back(term);
            RC_ASSERT(ids_with(reader, "title", term) == ids);
        }
        RC_ASSERT(terms(reader, "title") == in_order);
    });
    BOOST_TEST(agrees);
}

BOOST_AUTO_TEST_SUITE_END()
