// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "index/image/image.h"
#include "index/image/image_builder.h"

#include <boost/test/unit_test.hpp>

#include "tests/index/image_source.h"
#include "tests/index/naive_image.h"
#include "tests/support/random_publication.h"
#include "tests/support/random_run.h"
#include "tests/support/search_library.h"

#include <array>
#include <fstream>
#include <random>

using namespace praxis;
using namespace praxis::index;
using namespace praxis::tests;

namespace {

using Postings = std::vector<NaiveImage::Posting>;

// Some publications replaced, some removed: several segments with dead documents in them.
std::vector<schemas::Publication> written(ImageSource& source, std::uint64_t seed) {
    std::vector<schemas::Publication> live = random_publications(seed, 120);
    for (std::size_t i = 0; i < live.size(); i += 3)
        relabel(live[i]);
    std::vector<schemas::Publication> first(live.begin(), live.begin() + 70);
    for (std::size_t i = 0; i < 20; ++i)
        first[i].title = "An earlier title that nobody reads";
    source.write(first);
    std::vector<schemas::Publication> second(live.begin(), live.begin() + 20);
    second.insert(second.end(), live.begin() + 70, live.end());
    source.write(second, {live[30].id, live[80].id});
    live.erase(live.begin() + 80);
    live.erase(live.begin() + 30);
    return live;
}

Postings postings_of(const PostingList& list) {
    Postings postings;
    std::array<std::uint32_t, block_postings> documents{};
    for (std::size_t block = 0; block < list.blocks().size(); ++block) {
        const std::uint32_t count = list.documents(block, documents.data());
        for (std::uint32_t i = 0; i < count; ++i) {
            NaiveImage::Posting& posting = postings.emplace_back();
            posting.document = documents[i];
            posting.frequency = list.frequencies(block)[i];
            posting.fields = list.fields(block)[i];
            const Positions positions = list.positions(block, i);
            for (std::size_t p = 0; p < positions.size(); ++p)
                posting.positions.push_back(positions[p]);
        }
    }
    return postings;
}

Postings postings_of(const Image& image, std::uint32_t list) {
    return list == no_list ? Postings{} : postings_of(image.lists()[list]);
}

template <typename T>
std::vector<T> copy_of(std::span<const T> values) {
    return {values.begin(), values.end()};
}

std::set<std::string> texts_of(const StringTable& table) {
    std::set<std::string> texts;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        BOOST_TEST((i == 0 || table[i - 1] < table[i]));
        texts.emplace(table[i]);
    }
    return texts;
}

void check_documents(const Image& image, const NaiveImage& naive, const TextIndexReader& text) {
    BOOST_TEST_REQUIRE(image.document_count() == naive.publications().size());
    double total = 0;
    for (std::uint32_t document = 0; document < image.document_count(); ++document) {
        const schemas::Publication& publication = naive.publications()[document];
        BOOST_TEST(image.id(document) == publication.id);
        BOOST_TEST(image.document_of(publication.id).value() == document);
        BOOST_TEST(text.publication(image.stored_number(document)).id == publication.id);
        BOOST_TEST(image.length_codes()[document] == naive.length_code(document));
        total += decoded_length(image.length_codes()[document]);
        std::map<std::uint32_t, std::uint32_t> starts;
        for (const FieldStart& start : image.field_starts(document))
            starts[start.field] = start.position;
        BOOST_TEST((starts == naive.starts(document)));
        const auto& date = publication.date;
        BOOST_TEST(
            image.dates()[document] ==
            (date ? date->date.year * 10000 + date->date.month * 100 + date->date.day : undated));
        const bool dated = publication.period || date;
        BOOST_TEST((image.first_days()[document] <= image.last_days()[document]) == dated);
        if (dated) {
            const Date begin = publication.period ? publication.period->begin : date->date;
            const Date end = publication.period ? publication.period->end : date->date;
            BOOST_TEST(image.first_days()[document] == begin.first_day().day_number());
            BOOST_TEST(image.last_days()[document] == end.last_day().day_number());
        }
    }
    BOOST_TEST(image.total_length() == total);
    BOOST_TEST(!image.document_of("random/no-such").has_value());
}

void check_titles_and_sources(const Image& image, const NaiveImage& naive) {
    const auto key = [&](std::uint32_t document) {
        return analyzers::sort_key(naive.publications()[document].title, true);
    };
    for (std::uint32_t a = 0; a < image.document_count(); ++a) {
        const std::uint32_t b = (a * 7 + 1) % image.document_count();
        BOOST_TEST((image.title_ranks()[a] <=> image.title_ranks()[b] == key(a) <=> key(b)));
        BOOST_TEST(image.title_keys()[a] == key(a));
        BOOST_TEST(image.titles()[a] == naive.publications()[a].title);
        const schemas::Provenance& provenance = naive.publications()[a].provenance;
        const auto found = image.document_of(provenance.source, provenance.source_id);
        BOOST_TEST(found.has_value() == !provenance.source_id.empty());
        if (found)
            BOOST_TEST(naive.publications()[*found].provenance.source_id == provenance.source_id);
    }
}

void check_forms(const Image& image, const NaiveImage& naive) {
    BOOST_TEST((texts_of(image.forms()) == naive.forms()));
    std::map<decltype(naive.meaning("")), std::uint32_t> lists;
    for (Form form = 0; form < image.forms().size(); ++form) {
        const std::string text(image.forms()[form]);
        const FormLists& of = image.form_lists()[form];
        BOOST_TEST_CONTEXT(text) {
            std::uint64_t places = naive.in_labels(text) ? std::uint64_t{1} << 63U : 0;
            std::uint32_t frequency = 0;
            for (const auto& [field, documents] : naive.places(text)) {
                places |= std::uint64_t{1} << field;
                for (const auto& [document, positions] : documents)
                    frequency += static_cast<std::uint32_t>(positions.size());
            }
            BOOST_TEST(image.form_places()[form] == places);
            BOOST_TEST(image.form_frequencies()[form] == frequency);
            BOOST_TEST((postings_of(image, of.exact) == naive.exact(text)));
            BOOST_TEST((postings_of(image, of.unweighted) == naive.unweighted(text)));
            BOOST_TEST((postings_of(image, of.word) == naive.word(text)));
            BOOST_TEST(lists.emplace(naive.meaning(text), of.word).first->second == of.word);
        }
    }
}

void check_stems(const Image& image, const NaiveImage& naive) {
    std::map<std::string, std::set<std::string>> stems;
    texts_of(image.stems());
    for (std::uint32_t stem = 0; stem < image.stems().size(); ++stem)
        for (const Form form : image.forms_of_stem(stem))
            stems[std::string(image.stems()[stem])].emplace(image.forms()[form]);
    BOOST_TEST((stems == naive.stems()));
}

std::map<std::string, std::vector<std::uint32_t>> other_labels(const ImageFacet& facet,
                                                               Ordinal value) {
    std::map<std::string, std::vector<std::uint32_t>> labels;
    for (std::size_t i = 0; i < facet.other_values.size(); ++i)
        if (facet.other_values[i] == value)
            labels[std::string(facet.other_labels[i])] = copy_of(facet.other_documents.subspan(
                facet.other_offsets[i], facet.other_offsets[i + 1] - facet.other_offsets[i]));
    return labels;
}

void check_facet(const ImageFacet& image, const schemas::Facet& facet, const NaiveImage& naive) {
    const auto values = naive.values(facet);
    BOOST_TEST(texts_of(image.values).size() == values.size());
    std::map<std::uint32_t, std::vector<Ordinal>> by_document;
    for (Ordinal value = 0; value < image.values.size(); ++value) {
        const std::string text(image.values[value]);
        BOOST_TEST_REQUIRE(values.contains(text));
        std::vector<std::uint32_t> documents;
        std::array<std::uint32_t, block_postings> block{};
        const PostingList list = image.documents[value];
        for (std::size_t i = 0; i < list.blocks().size(); ++i)
            documents.insert(
                documents.end(), block.data(), block.data() + list.documents(i, block.data()));
        const std::optional<std::string> parent =
            image.parents[value] == no_ordinal
                ? std::nullopt
                : std::optional(std::string(image.values[image.parents[value]]));
        BOOST_TEST((NaiveImage::FacetValue{std::string(image.labels[value]),
                                           parent,
                                           documents,
                                           other_labels(image, value)} == values.at(text)));
        BOOST_TEST(image.totals[value] == documents.size());
        BOOST_TEST(image.label_ranks[value] % 2 == 1U);
        const Ordinal other = (value * 5 + 1) % image.values.size();
        BOOST_TEST((image.label_ranks[value] <=> image.label_ranks[other] ==
                    analyzers::sort_key(image.labels[value]) <=>
                        analyzers::sort_key(image.labels[other])));
        if (facet.shape == schemas::FacetShape::Range)
            BOOST_TEST(std::to_string(image.numbers[value]) == text);
        for (const std::uint32_t document : documents)
            by_document[document].push_back(value);
    }
    for (std::uint32_t document = 0; document < naive.publications().size(); ++document)
        BOOST_TEST((copy_of(image.of(document)) == by_document[document]));
}

// A form is joined where it shares a place with a shorter one.
void check_joined(const Image& image, const NaiveImage& naive) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> shortest;
    const auto for_each_place = [&](auto&& visit) {
        for (Form form = 0; form < image.forms().size(); ++form)
            for (const auto& [field, documents] : naive.places(std::string(image.forms()[form])))
                for (const auto& [document, positions] : documents)
                    for (const std::uint32_t position : positions)
                        visit(form, std::tuple(field, document, position));
    };
    for_each_place([&](Form form, const auto& place) {
        const std::size_t length = image.forms()[form].size();
        const auto known = shortest.emplace(place, length).first;
        known->second = std::min(known->second, length);
    });
    std::set<Form> joined;
    for_each_place([&](Form form, const auto& place) {
        if (image.forms()[form].size() > shortest.at(place))
            joined.insert(form);
    });
    for (Form form = 0; form < image.forms().size(); ++form)
        BOOST_TEST(image.may_be_joined(form) == joined.contains(form));
}

void check_image(const Image& image, const NaiveImage& naive, const TextIndexReader& text) {
    check_documents(image, naive, text);
    check_titles_and_sources(image, naive);
    check_forms(image, naive);
    check_stems(image, naive);
    check_joined(image, naive);
    const schemas::Library library = search_library();
    for (std::size_t i = 0; i < library.facets.size(); ++i)
        BOOST_TEST_CONTEXT(library.facets[i].name)
    check_facet(image.facet(i), library.facets[i], naive);
}

template <typename T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().what());
    return std::move(*result);
}

std::string bytes_of(const std::filesystem::path& file) {
    return must(read_file(file, 1U << 30U));
}

} // namespace

BOOST_AUTO_TEST_SUITE(image_suite)

BOOST_AUTO_TEST_CASE(says_what_a_naive_reading_says) {
    ImageSource source(search_library());
    const NaiveImage naive(search_library(), written(source, run_seed()));
    const auto text = source.reader();
    const std::filesystem::path file = source.folder() / "image";
    const std::uint64_t length = must(build_image(*text, source.library(), file));
    BOOST_TEST(length == std::filesystem::file_size(file));
    const auto image =
        must(Image::open(file, image_fingerprint(source.library()), source.library()));
    BOOST_TEST(image->verify().has_value());
    check_image(*image, naive, *text);
}

BOOST_AUTO_TEST_CASE(is_the_same_without_a_file) {
    ImageSource source(search_library());
    const NaiveImage naive(search_library(), written(source, run_seed()));
    const auto text = source.reader();
    const auto image = must(temporary_image(*text, source.library()));
    BOOST_TEST(image->verify().has_value());
    check_image(*image, naive, *text);
}

BOOST_AUTO_TEST_CASE(is_made_of_the_same_bytes_each_time) {
    ImageSource source(search_library());
    written(source, run_seed());
    must(build_image(*source.reader(), source.library(), source.folder() / "a"));
    must(build_image(*source.reader(), source.library(), source.folder() / "b"));
    BOOST_TEST((bytes_of(source.folder() / "a") == bytes_of(source.folder() / "b")));
}

BOOST_AUTO_TEST_CASE(finds_any_damage) {
    ImageSource source(search_library());
    source.write(random_publications(run_seed(), 12));
    const std::filesystem::path file = source.folder() / "image";
    must(build_image(*source.reader(), source.library(), file));
    const std::string sound = bytes_of(file);
    const auto is_refused = [&](std::string_view bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        const auto image = Image::open(file, image_fingerprint(source.library()), source.library());
        return !image || !(*image)->verify();
    };
    BOOST_TEST(!is_refused(sound));
    for (std::size_t at = 0; at < sound.size(); at += at + 400 < sound.size() ? 101 : 1) {
        std::string damaged = sound;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        BOOST_TEST(is_refused(damaged), "flipped at " << at);
    }
    for (std::size_t size = 0; size < sound.size(); size += 1009)
        BOOST_TEST(is_refused(std::string_view(sound).substr(0, size)), "cut at " << size);
}

BOOST_AUTO_TEST_CASE(is_refused_by_another_library) {
    ImageSource source(search_library());
    source.write(random_publications(1, 3));
    must(build_image(*source.reader(), source.library(), source.folder() / "image"));
    schemas::Library other = source.library();
    other.fields[0].weight = 4;
    const auto opened = Image::open(source.folder() / "image", image_fingerprint(other), other);
    BOOST_TEST_REQUIRE(!opened.has_value());
    BOOST_TEST((opened.error().kind() == ErrorKind::Corrupt));
}

BOOST_AUTO_TEST_CASE(bears_a_library_without_publications) {
    ImageSource source(search_library());
    source.write({});
    const auto image = must(temporary_image(*source.reader(), source.library()));
    BOOST_TEST(image->document_count() == 0U);
    BOOST_TEST(image->forms().size() == 0U);
    BOOST_TEST(image->lists().size() == 0U);
    BOOST_TEST(image->facet(0).values.size() == 0U);
    BOOST_TEST(!image->document_of("a").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
