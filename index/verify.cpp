// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/verify.h"

#include "base/process.h"
#include "index/checks/image_check.h"
#include "index/checks/structure_check.h"
#include "index/folder/index_folder.h"
#include "index/folder/lease.h"
#include "index/parts/part_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <sstream>

namespace praxis::index {

namespace {

constexpr ChildLimits structure_limits{
    .processor = std::chrono::hours(2), .wall = std::chrono::hours(6), .memory_bytes = 0};

// What the child sends: two numbers, then a line for each problem.
std::string to_text(const StructureReport& report) {
    return fmt::format(
        "{} {}\n{}", report.publications, report.terms, fmt::join(report.problems, "\n"));
}

class Verification {
public:
    explicit Verification(IndexFolder folder) : folder_(std::move(folder)) {}

    VerifyReport run();

private:
    void complain(std::string problem) { report_.problems.push_back(std::move(problem)); }

    std::optional<CurrentMark> read_marks();
    void check_generation(std::uint64_t number);
    void check_file(const FileRecord& file);
    void check_current(const CurrentMark& mark);
    void check_structure_of(const Manifest& manifest);
    void take_over(const std::string& text);

    IndexFolder folder_;
    VerifyReport report_;
    std::map<std::string, FileRecord> read_; // each file is read once
};

std::optional<CurrentMark> Verification::read_marks() {
    if (const auto ledger = read_ledger(folder_); !ledger)
        complain(ledger.error().what());
    const auto mark = read_current(folder_);
    if (!mark)
        complain(mark.error().what());
    else if (!*mark)
        complain(fmt::format("{} names no generation: nothing was ever published",
                             folder_.root.string()));
    return mark.value_or(std::nullopt);
}

void Verification::check_file(const FileRecord& file) {
    auto known = read_.find(file.name);
    if (known == read_.end()) {
        const auto record = record_of(folder_, file.name);
        if (!record) {
            complain(record.error().what());
            return;
        }
        ++report_.files;
        report_.bytes += record->length;
        known = read_.emplace(file.name, *record).first;
    }
    if (known->second != file)
        complain(fmt::format("{} is damaged: it is not what it was when it was written",
                             (folder_.root / file.name).string()));
}

void Verification::check_generation(std::uint64_t number) {
    const auto lease = Lease::take(folder_, number);
    if (!lease)
        return; // it went while we worked
    const auto read = read_manifest(folder_, number);
    if (!read) {
        complain(read.error().what());
        return;
    }
    ++report_.generations;
    for (const auto* files : {&read->manifest.files, &read->manifest.images})
        for (const FileRecord& file : *files)
            check_file(file);
}

void Verification::take_over(const std::string& text) {
    std::istringstream lines(text);
    lines >> report_.publications >> report_.terms;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
        complain(line);
}

void Verification::check_structure_of(const Manifest& manifest) {
    const auto library = load_library(folder_, manifest);
    const auto catalog = load_catalog(folder_, manifest);
    if (!library || !catalog) {
        complain(library ? catalog.error().what() : library.error().what());
        return;
    }
    const auto end = run_in_child(
        [&] {
            const auto text = TextIndexReader::open(folder_.text(manifest.epoch), manifest.commit);
            if (!text)
                throw text.error();
            StructureReport report = check_structure(**text, *library, *catalog);
            if (auto problem = image_problem(folder_, manifest, **text, *library))
                report.problems.push_back(std::move(*problem));
            return to_text(report);
        },
        structure_limits);
    if (!end)
        complain(end.error().what());
    else if (!end->returned())
        complain(fmt::format("the index of generation {} cannot be read: the process that read it "
                             "{}",
                             manifest.number,
                             end->described()));
    else
        take_over(end->text);
}

void Verification::check_current(const CurrentMark& mark) {
    const auto lease = Lease::take(folder_, mark.number);
    const auto read = lease ? read_manifest(folder_, mark.number) : tl::unexpected(lease.error());
    if (!read) {
        complain(read.error().what());
        return;
    }
    if (read->fingerprint != mark.manifest)
        complain(fmt::format("{} does not name the manifest of generation {}: one of the two is "
                             "damaged",
                             folder_.current().string(),
                             mark.number));
    if (report_.sound()) // what is known to be damaged says nothing more
        check_structure_of(read->manifest);
}

VerifyReport Verification::run() {
    const auto mark = read_marks();
    for (const std::uint64_t number : manifest_numbers(folder_))
        check_generation(number);
    if (mark)
        check_current(*mark);
    return std::move(report_);
}

} // namespace

VerifyReport verify(const std::filesystem::path& index) {
    return Verification(IndexFolder{index}).run();
}

} // namespace praxis::index
