// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/image.h"
#include "index/image/length_code.h"
#include "server/search/scoring/bm25.h"
#include "server/search/scoring/champions.h"
#include "server/search/scoring/top_documents.h"
#include "server/search/sets/set_operations.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/temp_dir.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace praxis;
using namespace praxis::search;
using praxis::tests::TempDir;

namespace {

using Plain = std::map<std::uint32_t, double>; // what a term adds to each document

std::uint32_t mixed(std::uint32_t seed, std::uint32_t n) {
    std::uint32_t x = seed + n * 2654435761U;
    x ^= x >> 15U;
    x *= 2246822519U;
    return x ^ (x >> 13U);
}

// A small library of lists, and terms of every kind over them, each with its plain reading.
class SomeTerms {
public:
    SomeTerms()
        : limit_(*rc::gen::elementOf(std::vector<std::uint32_t>{1, 100, 700, 20000})),
          seed_(*rc::gen::arbitrary<std::uint32_t>()) {
        for (std::uint32_t d = 0; d < limit_; ++d) {
            codes_.push_back(static_cast<std::uint8_t>(20 + mixed(seed_, d) % 60));
            total_length_ += index::decoded_length(codes_.back());
        }
        write_lists();
        for (std::size_t i = 0; i < postings_.size(); ++i)
            add_term(i);
    }

    std::uint32_t limit() const { return limit_; }

    ScoreTable table() const { return {codes_, total_length_ / limit_}; }

    const std::vector<ScoredTerm>& terms() const { return terms_; }

    const index::PostingLists& lists() const { return lists_; }

    double score(std::uint32_t document) const {
        double score = 0;
        for (const Plain& plain : plains_)
            if (const auto added = plain.find(document); added != plain.end())
                score += added->second;
        return score;
    }

    DocumentSet some_set() const {
        const auto one_in = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 1, 3, 50});
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        std::vector<std::uint32_t> documents;
        for (std::uint32_t d = 0; d < limit_; ++d)
            if (mixed(seed, d) % one_in == 0)
                documents.push_back(d);
        return DocumentSet::of(std::move(documents), limit_);
    }

private:
    void write_lists() {
        auto file = index::SectionWriter::create(folder_.path() / "lists", 1);
        index::PostingListsWriter writer(*file, 0, codes_, false);
        const auto count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            const auto one_in = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 3, 20, 300});
            std::vector<index::PostingInput>& list = postings_.emplace_back();
            for (std::uint32_t d = 0; d < limit_; ++d)
                if (const std::uint32_t x = mixed(seed_ + 7 * static_cast<std::uint32_t>(i), d);
                    x % one_in == 0)
                    list.push_back({d, static_cast<std::uint16_t>(20 + x / 1000 % 97), 1, {}});
            if (list.empty())
                list.push_back({limit_ - 1, 20, 1, {}});
            writer.add(list);
        }
        writer.finish();
        file->finish().value();
        file_.emplace(index::SectionFile::map(folder_.path() / "lists", 1).value());
        lists_ = index::PostingLists(*file_, 0, limit_);
    }

    double share(const index::PostingInput& posting) const {
        const double length = index::decoded_length(codes_[posting.document]);
        const double times = posting.frequency / 20.0;
        return times / (times + length_norm(length * limit_ / total_length_));
    }

    void add_term(std::size_t i) {
        ScoredTerm term;
        term.weight = *rc::gen::elementOf(std::vector<double>{0.1, 1, 3});
        if (*rc::gen::arbitrary<bool>())
            term.gate = some_set();
        const auto kind = *rc::gen::inRange(0, 3);
        auto known = std::make_shared<KnownShares>();
        Plain& plain = plains_.emplace_back();
        for (const index::PostingInput& posting : postings_[i]) {
            const double part = kind == 2 ? 1 : share(posting);
            known->add(posting.document, static_cast<float>(part));
            if (!term.gate || term.gate->contains(posting.document))
                plain[posting.document] = term.weight * part;
        }
        const index::PostingList list = lists_[static_cast<std::uint32_t>(i)];
        if (kind == 0)
            term.shares = ListShares{list};
        else if (kind == 1)
            term.shares = std::shared_ptr<const KnownShares>(known);
        else
            term.shares = EqualShares{DocumentSet::of_list(list, limit_)};
        terms_.push_back(std::move(term));
    }

    TempDir folder_;
    std::uint32_t limit_;
    std::uint32_t seed_;
    std::vector<std::uint8_t> codes_;
    double total_length_ = 0;
    std::vector<std::vector<index::PostingInput>> postings_;
    std::optional<index::SectionFile> file_;
    index::PostingLists lists_;
    std::vector<ScoredTerm> terms_;
    std::vector<Plain> plains_;
};

const Deadline& no_deadline() {
    static const Deadline deadline = Deadline::never();
    return deadline;
}

std::vector<ScoredDocument>
best(const DocumentSet& set, const SomeTerms& library, std::size_t count) {
    const ScoreTable table = library.table();
    return top_documents({{set, library.terms(), table}}, count, no_deadline()).front();
}

} // namespace

BOOST_AUTO_TEST_SUITE(top_documents_suite)

BOOST_AUTO_TEST_CASE(the_best_of_any_set_by_any_terms_come_first) {
    BOOST_TEST(rc::check("against plain sums", [] {
        const SomeTerms library;
        const DocumentSet set = library.some_set();
        const auto count = *rc::gen::elementOf(std::vector<std::size_t>{0, 1, 10, 300});
        const auto top = best(set, library, count);
        std::vector<double> expected;
        set.for_each([&](std::uint32_t d) { expected.push_back(library.score(d)); });
        std::sort(expected.rbegin(), expected.rend());
        RC_ASSERT(top.size() == std::min<std::size_t>(count, expected.size()));
        for (std::size_t i = 0; i < top.size(); ++i) {
            RC_ASSERT(set.contains(top[i].document));
            RC_ASSERT(std::abs(top[i].score - library.score(top[i].document)) < 1e-5);
            RC_ASSERT(std::abs(top[i].score - expected[i]) < 1e-5);
        }
    }));
}

BOOST_AUTO_TEST_CASE(a_longer_list_begins_with_the_shorter_one) {
    BOOST_TEST(rc::check("prefixes", [] {
        const SomeTerms library;
        const DocumentSet set = library.some_set();
        const auto few = best(set, library, 10);
        const auto many = best(set, library, 400);
        RC_ASSERT(few.size() <= many.size());
        for (std::size_t i = 0; i < few.size(); ++i) {
            RC_ASSERT(few[i].document == many[i].document);
            RC_ASSERT(few[i].score == many[i].score);
        }
    }));
}

BOOST_AUTO_TEST_CASE(champions_are_the_best_of_what_lives_of_a_list) {
    BOOST_TEST(rc::check("with them and without", [] {
        const SomeTerms library;
        const ScoreTable table = library.table();
        const DocumentSet live = library.some_set();
        const Champions champions(library.lists(), 1, live, table);
        const double weight = *rc::gen::elementOf(std::vector<double>{0.3, 1, 7.1});
        for (std::uint32_t number = 0; number < library.lists().size(); ++number) {
            const index::PostingList list = library.lists()[number];
            const std::vector<ScoredTerm> terms{{ListShares{list}, weight, std::nullopt}};
            const DocumentSet whole = DocumentSet::of_list(list, library.limit());
            const DocumentSet set = intersection(whole, live).as_left_of(whole);
            const std::size_t count = *rc::gen::inRange(1, 12);
            const auto best = [&](const Champions* known) {
                return top_documents({{set, terms, table, known}}, count, no_deadline()).front();
            };
            const auto with = best(&champions);
            const auto without = best(nullptr);
            RC_ASSERT(with.size() == without.size());
            for (std::size_t i = 0; i < with.size(); ++i) {
                RC_ASSERT(with[i].document == without[i].document);
                RC_ASSERT(with[i].score == without[i].score);
            }
        }
    }));
}

BOOST_AUTO_TEST_SUITE_END()
