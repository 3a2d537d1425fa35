// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/posting_lists.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "tests/support/temp_dir.h"

#include <map>

using namespace praxis;
using namespace praxis::index;
using praxis::tests::TempDir;

namespace {

constexpr std::uint64_t format = 1;
constexpr std::uint32_t first_section = 10;

struct PlainPosting {
    std::uint16_t frequency = 1;
    std::uint16_t fields = 1;
    std::vector<std::uint32_t> positions;
};

using PlainList = std::map<std::uint32_t, PlainPosting>;

struct PlainLists {
    std::vector<std::uint8_t> lengths;
    std::vector<PlainList> lists;
};

// Lists of every density, blocks that span more than 65,535 documents, positions beyond 65,535.
PlainLists random_lists() {
    PlainLists plain;
    const auto documents = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 700, 5000, 200000});
    plain.lengths.resize(documents);
    for (std::uint32_t d = 0; d < documents; ++d)
        plain.lengths[d] = static_cast<std::uint8_t>((d * 2654435761U) >> 24U);
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        PlainList list;
        const auto size = *rc::gen::inRange<std::uint32_t>(1, 400);
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        for (std::uint32_t n = 0; n < size; ++n) {
            const std::uint32_t mixed = (seed + n) * 2246822519U;
            PlainPosting posting;
            posting.frequency = static_cast<std::uint16_t>(1 + mixed % 37);
            posting.fields = static_cast<std::uint16_t>(1U << (mixed % 11));
            for (std::uint32_t p = 0; p <= mixed % 4; ++p)
                posting.positions.push_back(p * 1000 + (mixed % 97 == 0 ? 70000 : 5));
            list[(mixed >> 7U) % documents] = posting;
        }
        plain.lists.push_back(std::move(list));
    }
    return plain;
}

SectionFile written(const TempDir& folder, const PlainLists& plain) {
    auto file = SectionWriter::create(folder.path() / "lists", format);
    PostingListsWriter writer(*file, first_section, plain.lengths, true);
    for (const PlainList& list : plain.lists) {
        std::vector<PostingInput> postings;
        for (const auto& [document, posting] : list)
            postings.push_back({document, posting.frequency, posting.fields, posting.positions});
        writer.add(postings);
    }
    writer.finish();
    RC_ASSERT(file->finish().has_value());
    return *SectionFile::map(folder.path() / "lists", format);
}

void check_list(const PostingList& list, const PlainList& plain, const PlainLists& all) {
    RC_ASSERT(list.size() == plain.size());
    auto expected = plain.begin();
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < list.blocks().size(); ++i) {
        std::array<std::uint32_t, block_postings> documents{};
        const std::uint32_t count = list.documents(i, documents.data());
        for (std::uint32_t n = 0; n < count; ++n, ++expected, ++number) {
            RC_ASSERT(documents[n] == expected->first);
            RC_ASSERT(list.frequencies(i)[n] == expected->second.frequency);
            RC_ASSERT(list.fields(i)[n] == expected->second.fields);
            const Positions positions = list.positions(i, n);
            RC_ASSERT(positions.size() == expected->second.positions.size());
            for (std::size_t p = 0; p < positions.size(); ++p)
                RC_ASSERT(positions[p] == expected->second.positions[p]);
            RC_ASSERT(list.block_of(documents[n]) == i);
            const auto& maxima = list.blocks()[i].maxima;
            RC_ASSERT(std::any_of(maxima.begin(), maxima.end(), [&](const Impact& impact) {
                return impact.frequency >= expected->second.frequency &&
                       impact.length <= all.lengths[documents[n]];
            }));
            if (list.has_bitmap()) {
                const std::uint32_t d = documents[n];
                RC_ASSERT(((list.bitmap()[d / 64] >> (d % 64)) & 1U) == 1U);
                RC_ASSERT(list.rank(d) == number);
            }
        }
    }
    RC_ASSERT(expected == plain.end());
    RC_ASSERT(list.has_bitmap() == (plain.size() * dense_fraction > all.lengths.size()));
}

} // namespace

BOOST_AUTO_TEST_SUITE(posting_lists_suite)

BOOST_AUTO_TEST_CASE(give_back_what_was_written) {
    BOOST_TEST(rc::check([] {
        const PlainLists plain = random_lists();
        const TempDir folder;
        const SectionFile file = written(folder, plain);
        const PostingLists lists(
            file, first_section, static_cast<std::uint32_t>(plain.lengths.size()));
        RC_ASSERT(lists.size() == plain.lists.size());
        for (std::uint32_t i = 0; i < lists.size(); ++i)
            check_list(lists[i], plain.lists[i], plain);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
