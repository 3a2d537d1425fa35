// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/reader_run.h"

#include "base/utf8.h"
#include "schemas/library.h"
#include "corpus/file_reading.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace praxis::fuzz {

namespace {

void promise(bool kept) {
    if (!kept)
        std::abort();
}

void check(const schemas::Publication& publication) {
    promise(!publication.id.empty() && publication.id.size() <= 96);
    promise(!publication.title.empty());
    promise(is_valid_utf8(publication.title) && is_valid_utf8(publication.summary));
    std::set<std::string> anchors;
    for (const schemas::Passage& passage : publication.passages) {
        promise(is_valid_utf8(passage.heading) && is_valid_utf8(passage.text));
        promise(!passage.heading.empty() || !passage.text.empty() || !passage.place.empty());
        promise(passage.level >= 0 && passage.level <= 6);
        promise(passage.heading.empty() || anchors.insert(passage.anchor).second);
    }
}

// Everything that reading needs, made once.
struct Reading {
    schemas::Library library = schemas::default_library().value();
    schemas::Source source = [] {
        schemas::Source made;
        made.name = "fuzz";
        return made;
    }();
    corpus::ReaderRegistry registry;
    corpus::PublicationMaker maker{library, source};
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("praxis-fuzz-{}", ::getpid());

    Reading() { std::filesystem::create_directories(folder); }

    ~Reading() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
};

} // namespace

void run_reader(std::string_view bytes, std::string_view extension) {
    static const Reading reading;
    const std::string name = fmt::format("input.{}", extension);
    std::ofstream(reading.folder / name, std::ios::binary) << bytes;
    corpus::read_publications(
        {reading.folder / name, name},
        reading.registry,
        reading.maker,
        {.publication = check, .diagnostic = [](const corpus::Diagnostic& remark) {
             promise(is_valid_utf8(remark.text) && !remark.text.empty());
         }});
}

} // namespace praxis::fuzz
