// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/index_folder.h"

#include "base/file.h"
#include "base/fingerprint.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace praxis::index {

namespace {

constexpr std::uint64_t max_small_file = 256ULL * 1024 * 1024;

constexpr std::string_view restore = "restore it from a backup (docs/index_format.md)";

tl::unexpected<Error> damaged(const std::filesystem::path& file,
                              std::string_view why,
                              std::string_view remedy = restore) {
    return failure(ErrorKind::Corrupt,
                   fmt::format("{} is damaged: {}; {}", file.string(), why, remedy));
}

std::optional<std::uint64_t> whole_number(std::string_view text, int base) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

std::string mark_text(const CurrentMark& mark) {
    return fmt::format("{} {}\n", mark.number, to_hex(mark.manifest));
}

std::optional<CurrentMark> parse_mark(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || !text.ends_with('\n'))
        return std::nullopt;
    const auto number = whole_number(text.substr(0, blank), 10);
    const auto manifest = whole_number(text.substr(blank + 1, text.size() - blank - 2), 16);
    if (!number || !manifest)
        return std::nullopt;
    const CurrentMark mark{.number = *number, .manifest = *manifest};
    return mark_text(mark) == text ? std::optional(mark) : std::nullopt;
}

} // namespace

std::filesystem::path IndexFolder::manifest(std::uint64_t number) const {
    return generations() / fmt::format("{}.json", number);
}

std::string IndexFolder::text_name(std::uint64_t epoch) {
    return fmt::format("epochs/{}/lucene", epoch);
}

Result<FileLock> IndexFolder::lock_for_writing() const {
    return FileLock::take(root / "writer.flock", fmt::format("writing {}", root.string()));
}

Result<FileLock> IndexFolder::lock_ledger() const {
    return FileLock::await(root / "ledger.flock");
}

Result<std::optional<CurrentMark>> read_current(const IndexFolder& folder) {
    const auto text = read_file(folder.current(), 1024);
    if (!text && text.error().kind() == ErrorKind::NotFound)
        return std::nullopt;
    if (!text)
        return tl::unexpected(text.error());
    if (auto mark = parse_mark(*text))
        return mark;
    return damaged(folder.current(), "it names no generation", "roll back to one that is kept");
}

Result<void>
write_current(const IndexFolder& folder, const CurrentMark& mark, const DiskOptions& options) {
    auto written = write_durably(options, folder.current(), mark_text(mark));
    if (written)
        return written;
    const auto now = read_current(folder);
    if (now && *now == mark)
        return {}; // replaced before the sync of the folder failed: readers follow it already
    return written;
}

Result<ReadManifest> read_manifest(const IndexFolder& folder, std::uint64_t number) {
    constexpr std::string_view give_up =
        "restore it from a backup, or delete it to give up that generation";
    const std::filesystem::path file = folder.manifest(number);
    const auto text = read_file(file, max_small_file);
    if (!text)
        return tl::unexpected(text.error());
    auto manifest = manifest_from_json(*text);
    if (!manifest)
        return damaged(file, manifest.error().message(), give_up);
    if (manifest->number != number)
        return damaged(file, "it is of another generation", give_up);
    return ReadManifest{.manifest = std::move(*manifest), .fingerprint = fingerprint_of(*text)};
}

std::vector<std::uint64_t> manifest_numbers(const IndexFolder& folder) {
    std::vector<std::uint64_t> numbers;
    std::error_code ignored; // no folder: no manifests
    for (const auto& entry : std::filesystem::directory_iterator(folder.generations(), ignored)) {
        const std::filesystem::path name = entry.path().filename();
        const auto number = whole_number(name.stem().string(), 10);
        if (number && name.extension() == ".json")
            numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<Ledger> read_ledger(const IndexFolder& folder) {
    const auto text = read_file(folder.ledger(), max_small_file);
    if (!text && text.error().kind() == ErrorKind::NotFound)
        return Ledger{};
    if (!text)
        return tl::unexpected(text.error());
    auto ledger = ledger_from_json(*text);
    if (!ledger)
        return damaged(folder.ledger(),
                       ledger.error().message(),
                       "restore it from a backup, or delete it (pins and a hold are lost)");
    return ledger;
}

Result<void>
write_ledger(const IndexFolder& folder, const Ledger& ledger, const DiskOptions& options) {
    return write_durably(options, folder.ledger(), ledger_to_json(ledger));
}

std::uint64_t last_published(const Ledger& ledger, const std::optional<CurrentMark>& current) {
    return std::max(ledger.last_published, current ? current->number : 0);
}

std::string kept_in_words(const IndexFolder& folder) {
    const auto numbers = manifest_numbers(folder);
    if (numbers.empty())
        return "no generation is kept";
    return fmt::format("kept: {}", fmt::join(numbers, ", "));
}

Result<void> check_lengths(const IndexFolder& folder, const Manifest& manifest) {
    for (const FileRecord& file : manifest.files) {
        const auto stamp = stamp_of(folder.root / file.name);
        if (!stamp)
            return damaged(folder.root / file.name, stamp.error().message());
        if (stamp->size != file.length)
            return damaged(folder.root / file.name,
                           fmt::format("{} bytes long instead of {}", stamp->size, file.length));
    }
    return {};
}

Result<FileRecord> record_of(const IndexFolder& folder, const std::string& name) {
    const std::filesystem::path path = folder.root / name;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(error_of_errno(errno, "open", path));
    FileRecord record{.name = name, .length = 0, .checksum = 0};
    Fingerprint checksum;
    std::string buffer(1024 * 1024, '\0');
    ssize_t got = 0;
    while ((got = ::read(descriptor, buffer.data(), buffer.size())) > 0) {
        checksum.add({buffer.data(), static_cast<std::size_t>(got)});
        record.length += static_cast<std::uint64_t>(got);
    }
    const int code = errno;
    ::close(descriptor);
    if (got < 0)
        return tl::unexpected(error_of_errno(code, "read", path));
    record.checksum = checksum.value();
    return record;
}

} // namespace praxis::index
