// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// How long the image of a generation takes, and how large it gets.
//
//   image_bench INDEX
//
// Builds the image of the generation that INDEX/CURRENT names three times over, in a temporary
// folder, and opens it; one line of JSON each. invent_library makes large libraries to sync.

#include "base/error.h"
#include "index/generation.h"
#include "index/image/image_builder.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
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
    const auto generation = must(index::Generation::open(words.at(0)));
    measure(generation->text(), generation->library(), folder);
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int count, char** words) {
    try {
        run({words + 1, words + count});
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "image_bench INDEX: {}\n", error.what());
        return 1;
    }
}
