// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/generation_store.h"
#include "server/search/searcher.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/tiny_index.h"
#include "tests/support/search_comparison.h"
#include "tests/support/search_one.h"
#include "tests/support/temp_dir.h"

using namespace praxis;
using namespace praxis::search;
using namespace praxis::tests;

namespace {

// An index folder on disk, with the default library.
struct Index {
    TempDir folder;
    schemas::Library library = must(schemas::default_library());

    void publish(const std::vector<schemas::Publication>& replaced,
                 const std::vector<std::string>& removed = {}) const {
        auto store = must(index::GenerationStore::open(folder.path() / "index"));
        auto transaction = must(store.begin(library));
        const analyzers::AnalyzerSet analyzers(library);
        for (const schemas::Publication& publication : replaced) {
            const index::Entry entry = index::make_entry(publication, library, analyzers);
            must(transaction.replace(entry));
            index::CataloguedFile file;
            file.source = "s";
            file.path = publication.id + ".md";
            file.publications.push_back({publication.id, entry.fingerprint, publication.title});
            must(transaction.catalog().put(std::move(file)));
        }
        for (const std::string& id : removed) {
            must(transaction.remove(id));
            transaction.catalog().remove("s", id + ".md");
        }
        must(transaction.publish({}));
    }

    std::unique_ptr<Searcher> open() const {
        return must(Searcher::open({folder.path() / "index", std::chrono::minutes(1)}));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(searcher_suite)

BOOST_AUTO_TEST_CASE(search_over_an_index_on_disk_and_oracle_agree) {
    const Index index;
    std::vector<schemas::Publication> publications = searchable_publications(11, 60);
    index.publish(publications);
    for (std::size_t i = 0; i < 60; i += 7) { // replaced by others
        const std::string id = publications[i].id;
        publications[i] = searchable_publications(12, 60)[i];
        publications[i].id = id;
        index.publish({publications[i]});
    }
    index.publish({}, {publications[3].id, publications[59].id});
    publications.erase(publications.begin() + 59);
    publications.erase(publications.begin() + 3);

    const auto generation = must(index::Generation::open(index.folder.path() / "index"));
    ComparedLibrary library(11, Snapshot::make(generation).value(), publications);
    for (int i = 0; i < 60; ++i) {
        const SearchRequest request = library.requests().next();
        const std::string difference = library.difference(request);
        BOOST_TEST(difference == "", described(request) << "\n  " << difference);
    }
}

BOOST_AUTO_TEST_CASE(follows_the_index_and_keeps_to_the_generation_asked_for) {
    const Index index;
    index.publish({written("a", "The fire", {"fire"})});
    const auto searcher = index.open();
    index.publish({written("b", "Another fire", {"fire"})});
    BOOST_TEST(ids(searcher->search(query("fire")).value()) == "a");
    BOOST_TEST(searcher->refresh().value());
    SearchRequest request = query("fire");
    request.sort = Sort::Title;
    BOOST_TEST(ids(searcher->search(request).value()) == "b a");
    request.as_of = 1;
    BOOST_TEST(ids(searcher->search(request).value()) == "a");
    BOOST_TEST(searcher->publication("b").publication->title == "Another fire");
}

BOOST_AUTO_TEST_CASE(a_folder_without_index_is_an_error_that_names_it) {
    const TempDir folder;
    const auto searcher = Searcher::open({folder.path() / "none", std::chrono::minutes(1)});
    BOOST_TEST_REQUIRE(!searcher.has_value());
    BOOST_TEST((searcher.error().kind() == ErrorKind::NotFound));
    BOOST_TEST(searcher.error().message().find("none") != std::string::npos,
               searcher.error().message());
}

BOOST_AUTO_TEST_SUITE_END()
