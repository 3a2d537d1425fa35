// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// How long the image of a generation takes, and how large it gets.
//
//   image_bench INDEX           the library that INDEX/CURRENT names
//   image_bench --invented N    N publications of some 300 words, made up (the same each time)
//
// Builds the image three times beside each other's files and opens it; one line of JSON each.

#include "base/error.h"
#include "analyzers/analyzer_set.h"
#include "index/entry.h"
#include "index/generation.h"
#include "index/image/image_builder.h"
#include "index/lucene/text_index_writer.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace praxis;

namespace {

template <typename T>
T must(Result<T> result) {
    if (!result)
        throw result.error();
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

rusage usage() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

// Of all threads: what a machine with other work to do cannot stretch.
double processor_seconds() {
    const rusage now = usage();
    return static_cast<double>(now.ru_utime.tv_sec + now.ru_stime.tv_sec) +
           static_cast<double>(now.ru_utime.tv_usec + now.ru_stime.tv_usec) / 1e6;
}

// Words by their rank, of which small ones are much commoner (Zipf); new ones never end.
class Words {
public:
    explicit Words(std::uint64_t seed) : random_(seed) {}

    std::size_t rank(double words) {
        return static_cast<std::size_t>(
            std::exp(std::uniform_real_distribution(0.0, std::log(words))(random_)));
    }

    std::string word(double words) {
        static constexpr std::string_view syllables = "talirosenadimokuvepajohexiwa";
        std::string word;
        for (std::size_t rank = this->rank(words) + 20; rank > 0; rank /= 14)
            word += syllables.substr(rank % 14 * 2, 2);
        return word;
    }

    std::string text(std::size_t size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i)
            text += word(1e6) + (i % 17 == 16 ? ". " : " ");
        return text;
    }

    schemas::Term term(std::string_view kind, double values) {
        const std::string value = fmt::format("{}-{}", kind, rank(values));
        return {value, {"The " + value}};
    }

    std::size_t below(std::size_t end) { return random_() % end; }

private:
    std::mt19937_64 random_;
};

schemas::Publication invented(std::uint64_t number) {
    Words words(number * 7919 + 1);
    schemas::Publication made;
    made.id = fmt::format("invented/{}", number);
    made.kind = words.term("kind", 8).value;
    made.title = words.text(4 + words.below(6));
    made.summary = words.text(25);
    made.date = schemas::DatedBy{Date{static_cast<int>(1990 + words.below(37)),
                                      static_cast<int>(1 + words.below(12)),
                                      static_cast<int>(1 + words.below(28))},
                                 schemas::DateOrigin::Field};
    made.organizations.push_back({words.term("office", 30), "publisher"});
    for (std::size_t i = words.below(4); i < 4; ++i)
        made.topics.push_back({words.term("topic", 200), schemas::TopicOrigin::Editor, 1, {}});
    for (std::size_t i = 0; i < 2; ++i)
        made.authors.push_back(words.term("author", 100'000));
    for (std::size_t i = 0; i < 3; ++i)
        made.keywords.push_back(words.term("keyword", 50'000));
    made.passages.emplace_back().text = words.text(260);
    return made;
}

std::shared_ptr<const index::TextIndexReader> invented_index(const std::filesystem::path& folder,
                                                             std::uint64_t count) {
    const schemas::Library library = must(schemas::default_library());
    const analyzers::AnalyzerSet analyzers(library);
    auto writer = must(index::TextIndexWriter::open({folder, std::nullopt, {}}, {}));
    const auto add_every = [&](std::uint64_t first) {
        for (std::uint64_t i = first; i < count; i += 2)
            must(writer.add(index::make_entry(invented(i), library, analyzers)));
    };
    std::thread other(add_every, 1);
    add_every(0);
    other.join();
    const index::TextCommit commit = must(writer.commit());
    return must(index::TextIndexReader::open(folder, commit.name));
}

void measure(const index::TextIndexReader& text,
             const schemas::Library& library,
             const std::filesystem::path& folder) {
    for (int round = 0; round < 3; ++round) {
        const std::filesystem::path file = folder / "image";
        const double before = processor_seconds();
        auto begin = std::chrono::steady_clock::now();
        const std::uint64_t bytes = must(index::build_image(text, library, file));
        const double building = seconds_since(begin);
        const double processor = processor_seconds() - before;
        begin = std::chrono::steady_clock::now();
        const auto image =
            must(index::Image::open(file, index::image_fingerprint(library), library));
        fmt::print("{{\"publications\": {}, \"forms\": {}, \"lists\": {}, \"seconds\": {:.2f}, "
                   "\"processor_seconds\": {:.2f}, \"bytes\": {}, \"open_seconds\": {:.4f}, "
                   "\"process_megabytes\": {}}}\n",
                   image->document_count(),
                   image->forms().size(),
                   image->lists().size(),
                   building,
                   processor,
                   bytes,
                   seconds_since(begin),
                   usage().ru_maxrss / 1024);
        std::fflush(stdout);
    }
}

void run(const std::vector<std::string>& words) {
    std::string pattern = (std::filesystem::temp_directory_path() / "image-bench-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    if (words.size() == 2 && words[0] == "--invented") {
        std::filesystem::create_directory(folder / "text");
        const auto begin = std::chrono::steady_clock::now();
        const auto text = invented_index(folder / "text", std::stoull(words[1]));
        fmt::print(stderr, "indexed in {:.1f} s\n", seconds_since(begin));
        measure(*text, must(schemas::default_library()), folder);
    } else {
        const auto generation = must(index::Generation::open(words.at(0)));
        measure(generation->text(), generation->library(), folder);
    }
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int count, char** words) {
    try {
        run({words + 1, words + count});
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "image_bench INDEX | --invented N: {}\n", error.what());
        return 1;
    }
}
