// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "index/checks/delta_check.h"
#include "index/generation_store.h"
#include "index/image/image_builder.h"
#include "index/parts/image_files.h"
#include "index/verify.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/image_source.h"
#include "tests/index/tiny_index.h"
#include "tests/support/random_publication.h"
#include "tests/support/random_run.h"
#include "tests/support/search_library.h"

#include <fstream>
#include <random>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

// A library that is changed again and again at random.
class ChangingLibrary {
public:
    ChangingLibrary(std::uint64_t seed, std::size_t count)
        : engine_(seed), seed_(seed), source_(search_library()) {
        std::vector<schemas::Publication> put;
        for (; next_ < count; ++next_)
            put.push_back(publication(next_));
        source_.write(put);
        for (const schemas::Publication& given : put)
            ids_.push_back(given.id);
        base_ = must(temporary_image(*source_.reader(), source_.library()));
    }

    // Some replaced, some removed, some new.
    void change() {
        std::vector<schemas::Publication> put;
        std::vector<std::string> removed;
        for (const std::size_t replaced : some(4)) {
            schemas::Publication publication = random_publication(seed_ + ++versions_, replaced);
            publication.id = ids_[replaced];
            if (engine_() % 2 == 0)
                relabel(publication);
            put.push_back(publication);
        }
        for (const std::size_t gone : some(2))
            removed.push_back(ids_[gone]);
        for (std::size_t left = engine_() % 3; left > 0; --left) {
            put.push_back(publication(next_++));
            ids_.push_back(put.back().id);
        }
        for (const schemas::Publication& given : put)
            changed_.insert(given.id);
        changed_.insert(removed.begin(), removed.end());
        source_.write(put, removed);
    }

    const Image& base() const { return *base_; }

    const schemas::Library& library() const { return source_.library(); }

    std::shared_ptr<const TextIndexReader> text() const { return source_.reader(); }

    const std::set<std::string>& changed() const { return changed_; }

private:
    schemas::Publication publication(std::size_t number) const {
        return random_publication(seed_, number);
    }

    std::vector<std::size_t> some(std::size_t most) {
        std::vector<std::size_t> chosen;
        for (std::size_t left = engine_() % (most + 1); left > 0; --left)
            chosen.push_back(engine_() % ids_.size());
        return chosen;
    }

    std::mt19937_64 engine_;
    std::uint64_t seed_;
    ImageSource source_;
    std::size_t next_ = 0;
    std::uint64_t versions_ = 0;
    std::vector<std::string> ids_;
    std::set<std::string> changed_;
    std::shared_ptr<const Image> base_;
};

Change words(int first, int count, const std::string& text) {
    Change change;
    for (int i = first; i < first + count; ++i)
        change.put["p" + std::to_string(100 + i)] = text + " words of " + std::to_string(i % 7);
    return change;
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(FileRecord)

BOOST_AUTO_TEST_SUITE(delta_suite)

BOOST_AUTO_TEST_CASE(says_with_its_base_what_an_image_of_all_says) {
    for (std::uint64_t seed = run_seed(); seed < run_seed() + run_rounds(6); ++seed) {
        ChangingLibrary library(seed, 60);
        for (int round = 0; round < 5; ++round) {
            library.change();
            const auto text = library.text();
            const auto source = delta_source(*text, library.base(), library.changed());
            BOOST_TEST_REQUIRE(source.has_value());
            const auto delta = must(temporary_delta(*text, library.library(), *source));
            const auto whole = must(temporary_image(*text, library.library()));
            BOOST_TEST(delta->verify().has_value());
            BOOST_TEST((delta->base_print() == library.base().print()));
            for (std::uint32_t document = 0; document < delta->document_count(); ++document)
                BOOST_TEST(text->publication(delta->stored_number(document)).id ==
                           delta->id(document));
            const auto difference = index::difference(library.base(), *delta, *whole);
            BOOST_TEST(!difference, "PRAXIS_SEED=" << seed << ": " << difference.value_or(""));
            const auto again =
                delta_source(*text, library.base(), changed_ids(library.base(), *delta));
            BOOST_TEST((again && again->gone == source->gone && again->present == source->present));
        }
    }
}

BOOST_AUTO_TEST_CASE(differs_where_a_change_was_missed) {
    int differences = 0;
    int unmade = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        ChangingLibrary library(seed, 40);
        library.change();
        library.change();
        const auto text = library.text();
        const auto whole = must(temporary_image(*text, library.library()));
        for (const std::string& missed : library.changed()) {
            std::set<std::string> changed = library.changed();
            changed.erase(missed);
            const auto source = delta_source(*text, library.base(), changed);
            unmade += source ? 0 : 1;
            if (!source)
                continue;
            const auto delta = must(temporary_delta(*text, library.library(), *source));
            const bool differs = difference(library.base(), *delta, *whole).has_value();
            differences += differs ? 1 : 0;
            BOOST_TEST((differs || !library.base().document_of(missed)), missed);
        }
    }
    BOOST_TEST(differences > 10);
    BOOST_TEST(unmade > 5);
}

BOOST_AUTO_TEST_CASE(is_published_for_a_small_change) {
    TinyIndex index;
    const Manifest first = index.publish(words(0, 40, "old"));
    BOOST_TEST(first.images.size() == 1U);
    Change change = words(3, 2, "new");
    change.removed = {"p109"};
    const Manifest second = index.publish(change);
    BOOST_TEST_REQUIRE(second.images.size() == 2U);
    BOOST_TEST(second.images.front() == first.images.front());
    const auto generation = index.open();
    BOOST_TEST_REQUIRE(generation->images().size() == 2U);
    BOOST_TEST(generation->images().back()->document_count() == 2U);
    BOOST_TEST(generation->images().back()->gone().size() == 3U);
    BOOST_TEST(verify(index.path()).problems == std::vector<std::string>(),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(holds_all_that_changed_since_its_base) {
    TinyIndex index;
    const Manifest first = index.publish(words(0, 60, "old"));
    for (int i = 0; i < 6; ++i) {
        const Manifest next = index.publish(words(10 * i, 1, "newer"));
        BOOST_TEST(next.images.front() == first.images.front());
        BOOST_TEST(index.open()->images().back()->document_count() == static_cast<unsigned>(i) + 1);
    }
    const Manifest folded = index.publish(words(5, 1, "newest"));
    BOOST_TEST(folded.images.size() == 1U);
    BOOST_TEST(index.publish(words(6, 1, "newest")).images.size() == 2U);
    BOOST_TEST(verify(index.path()).sound());
}

BOOST_AUTO_TEST_CASE(is_not_made_where_the_base_is_missing_or_the_library_another) {
    TinyIndex index;
    const Manifest first = index.publish(words(0, 40, "old"));
    std::filesystem::remove(index.path() / first.images.front().name);
    BOOST_TEST(index.publish(words(1, 1, "new")).images.size() == 1U);
    StoreOptions options = index.options();
    options.smallest_base = 41;
    auto store = must(GenerationStore::open(index.path(), options));
    BOOST_TEST(must(tests::publish(store, words(2, 1, "new"))).images.size() == 1U);
}

BOOST_AUTO_TEST_CASE(keeps_its_base_as_long_as_a_generation_needs_it) {
    TinyIndex index;
    const Manifest first = index.publish(words(0, 40, "old"));
    index.publish(words(1, 1, "new"));
    index.wait(std::chrono::hours(24 * 40));
    const Manifest third = index.publish(words(2, 1, "new"));
    BOOST_TEST(!Generation::open(index.path(), 1).has_value());
    BOOST_TEST(third.images.front() == first.images.front());
    BOOST_TEST(index.open()->images().size() == 2U);
    BOOST_TEST(verify(index.path()).sound());
    index.publish(words(0, 30, "other"));
    index.wait(std::chrono::hours(24 * 40));
    index.publish({});
    BOOST_TEST(!std::filesystem::exists(index.path() / first.images.front().name));
}

BOOST_AUTO_TEST_CASE(is_spared_where_one_of_the_two_is_damaged) {
    TinyIndex index;
    index.publish(words(0, 40, "old"));
    const Manifest second = index.publish(words(1, 1, "new"));
    for (const FileRecord& image : second.images) {
        const auto file = index.path() / image.name;
        const std::string sound = must(read_file(file, 1U << 30U));
        std::filesystem::resize_file(file, image.length - 1);
        BOOST_TEST(index.open()->images().empty());
        std::ofstream(file, std::ios::binary | std::ios::trunc) << sound;
        BOOST_TEST(index.open()->images().size() == 2U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
