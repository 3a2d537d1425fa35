// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/invented_library.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>

// Writes a library of any size, to measure with:
//
//   invent_library --publications N --out FOLDER [--material PATH]... [--seed N]
//                  [--revised PERCENT] [--plain-words]

namespace {

using namespace praxis;

constexpr std::string_view usage =
    R"(usage: invent_library --publications N --out FOLDER [--material PATH]... [--seed N]
                      [--revised PERCENT] [--plain-words]

Writes N publications as JSON Lines, 10,000 a file, into FOLDER/publications, for praxis-indexer
sync to read, and FOLDER/library.xml, which describes them. The same command writes the same bytes.

  --material PATH     real text: folders and files that Praxis can read, .zst too; without any, the
                      samples and documents of Praxis, and the prose is that of a Markov chain
  --revised PERCENT   so many of the publications are other ones, under the same ids
  --plain-words       small letters, digits and blanks only: the same tokens for every engine
)";

struct Arguments {
    std::vector<std::filesystem::path> material;
    std::filesystem::path out;
    bench::CorpusOptions corpus;
};

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool take_number(std::string_view text, std::uint64_t& into) {
    const auto number = number_of(text);
    into = number.value_or(0);
    return number.has_value();
}

bool take(std::string_view option, std::string_view value, Arguments& arguments) {
    if (option == "--publications")
        return take_number(value, arguments.corpus.publications);
    if (option == "--seed")
        return take_number(value, arguments.corpus.seed);
    if (option == "--revised")
        return take_number(value, arguments.corpus.revised_percent);
    if (option == "--out")
        arguments.out = value;
    else if (option == "--material")
        arguments.material.emplace_back(value);
    else
        return false;
    return true;
}

std::optional<Arguments> parse(const std::vector<std::string_view>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--plain-words")
            arguments.corpus.plain_words = true;
        else if (i + 1 == words.size() || !take(words[i], words[i + 1], arguments))
            return std::nullopt;
        else
            ++i;
    }
    if (arguments.out.empty())
        return std::nullopt;
    return arguments;
}

Result<bench::Material> material_of(const Arguments& arguments) {
    if (!arguments.material.empty())
        return bench::read_material(arguments.material);
    const std::filesystem::path source = PRAXIS_SOURCE_DIR;
    return bench::read_material({source / "corpus" / "samples", source / "docs"});
}

bool write(const bench::InventedLibrary& library, const Arguments& arguments) {
    constexpr std::uint64_t a_file = 10'000;
    const std::filesystem::path folder = arguments.out / "publications";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(std::filesystem::path(PRAXIS_SOURCE_DIR) /
                                   "bench/corpus/library.xml",
                               arguments.out / "library.xml",
                               std::filesystem::copy_options::overwrite_existing);
    for (std::uint64_t first = 0; first < arguments.corpus.publications; first += a_file) {
        std::ofstream file(folder / fmt::format("part-{:04}.jsonl", first / a_file));
        const std::uint64_t last = std::min(first + a_file, arguments.corpus.publications);
        for (std::uint64_t number = first; number < last; ++number)
            file << library.publication(number) << '\n';
        if (!file.flush())
            return false;
    }
    return true;
}

int run(const std::vector<std::string_view>& words) {
    const auto arguments = parse(words);
    if (!arguments) {
        fmt::print(stderr, "{}", usage);
        return 2;
    }
    const auto material = material_of(*arguments);
    if (!material) {
        fmt::print(stderr, "invent_library: {}\n", material.error().what());
        return 1;
    }
    const bench::InventedLibrary library(*material, arguments->corpus);
    if (!write(library, *arguments)) {
        fmt::print(stderr, "invent_library: cannot write to {}\n", arguments->out.string());
        return 1;
    }
    fmt::print("{} publications from {} words of {} subjects{}\n",
               arguments->corpus.publications,
               material->words,
               material->subjects.size(),
               library.is_markov() ? ", by a Markov chain" : "");
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        fmt::print(stderr, "invent_library: {}\n", error.what());
        return 1;
    }
}
