// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/section_file.h"

#include "base/file.h"
#include "index/image/unnamed_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace praxis::index {

namespace {

constexpr std::uint64_t magic = 0x31474d4953585250; // "PRXSIMG1"
constexpr std::size_t buffer_size = 1U << 20U;

struct SectionRecord {
    std::uint32_t number = 0;
    std::uint32_t reserved = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t checksum = 0;
};

struct Footer {
    std::uint64_t table_offset = 0;
    std::uint64_t table_length = 0; // in records
    std::uint64_t table_checksum = 0;
    std::uint64_t format = 0;
    std::uint64_t magic = 0;
};

template <typename T>
std::string_view bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

std::string_view bytes_of(const std::vector<SectionRecord>& records) {
    return {reinterpret_cast<const char*>(records.data()), records.size() * sizeof(SectionRecord)};
}

} // namespace

struct SectionWriter::State {
    std::filesystem::path file;
    int fd = -1;
    std::uint64_t format = 0;
    std::uint64_t position = 0; // in the file, buffered bytes included
    std::string buffer;
    std::vector<SectionRecord> table;
    std::vector<UnnamedFile> sides;
    Fingerprint checksum;
    std::optional<Error> failed; // the first
    bool named = true;
    bool finished = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() {
        if (fd >= 0)
            ::close(fd);
        if (named && !finished)
            ::unlink(file.c_str());
    }

    void fail(const Error& error) {
        if (!failed)
            failed = error;
    }

    void flush() {
        if (!failed)
            if (const int code = write_all(fd, buffer); code != 0)
                fail(error_of_errno(code, "write", file));
        buffer.clear();
    }

    void append(std::string_view bytes) {
        position += bytes.size();
        buffer.append(bytes);
        if (buffer.size() >= buffer_size)
            flush();
    }

    void pad(std::size_t alignment) {
        static constexpr std::array<char, section_alignment> zeros{};
        append({zeros.data(), (alignment - position % alignment) % alignment});
    }

    void end_section() {
        if (table.empty())
            return;
        table.back().length = position - table.back().offset;
        table.back().checksum = checksum.value();
    }
};

SectionWriter::SectionWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}

SectionWriter::SectionWriter(SectionWriter&&) noexcept = default;
SectionWriter& SectionWriter::operator=(SectionWriter&&) noexcept = default;
SectionWriter::~SectionWriter() = default;

Result<SectionWriter> SectionWriter::create(const std::filesystem::path& file,
                                            std::uint64_t format) {
    auto state = std::make_unique<State>();
    state->file = file;
    state->format = format;
    state->fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (state->fd < 0)
        return tl::unexpected(error_of_errno(errno, "create", file));
    return SectionWriter(std::move(state));
}

Result<SectionWriter> SectionWriter::create_unnamed(const std::filesystem::path& folder,
                                                    std::uint64_t format) {
    auto state = std::make_unique<State>();
    state->file = folder / "(a temporary image)";
    state->format = format;
    state->named = false;
    state->fd = open_unnamed(folder);
    if (state->fd < 0)
        return tl::unexpected(error_of_errno(errno, "make a temporary file in", folder));
    return SectionWriter(std::move(state));
}

std::filesystem::path SectionWriter::folder() const {
    return state_->file.parent_path();
}

void SectionWriter::begin(std::uint32_t section) {
    state_->end_section();
    state_->pad(section_alignment);
    state_->table.push_back(
        {.number = section, .reserved = 0, .offset = state_->position, .length = 0, .checksum = 0});
    state_->checksum = Fingerprint();
}

void SectionWriter::write(std::string_view bytes) {
    state_->checksum.add(bytes);
    state_->append(bytes);
}

void SectionWriter::align(std::size_t alignment) {
    static constexpr std::array<char, section_alignment> zeros{};
    write(std::string_view(zeros.data(), (alignment - state_->position % alignment) % alignment));
}

std::uint64_t SectionWriter::section_size() const {
    return state_->position - state_->table.back().offset;
}

std::size_t SectionWriter::open_side() {
    state_->sides.emplace_back(folder());
    return state_->sides.size() - 1;
}

void SectionWriter::write_side(std::size_t side, std::string_view bytes) {
    state_->sides[side].append(bytes);
}

std::uint64_t SectionWriter::side_size(std::size_t side) const {
    return state_->sides[side].size();
}

void SectionWriter::close_side(std::size_t side, std::uint32_t section) {
    UnnamedFile grown = std::move(state_->sides[side]);
    begin(section);
    if (const auto bytes = grown.map())
        write(*bytes);
    else
        state_->fail(bytes.error());
}

Result<std::uint64_t> SectionWriter::write_all_of_it() {
    State& state = *state_;
    state.end_section();
    state.pad(section_alignment);
    const Footer footer{.table_offset = state.position,
                        .table_length = state.table.size(),
                        .table_checksum = fingerprint_of(bytes_of(state.table)),
                        .format = state.format,
                        .magic = magic};
    state.append(bytes_of(state.table));
    state.append(bytes_of(footer));
    state.flush();
    if (state.failed)
        return tl::unexpected(*state.failed);
    return state.position;
}

Result<std::uint64_t> SectionWriter::finish() {
    State& state = *state_;
    auto length = write_all_of_it();
    if (!length)
        return length;
    if (::fsync(state.fd) != 0 || ::close(std::exchange(state.fd, -1)) != 0)
        return tl::unexpected(error_of_errno(errno, "write", state.file));
    state.finished = true;
    return length;
}

Result<SectionFile> SectionWriter::finish_and_map() {
    if (const auto length = write_all_of_it(); !length)
        return tl::unexpected(length.error());
    state_->finished = true;
    return SectionFile::map(std::exchange(state_->fd, -1), state_->file, state_->format);
}

struct SectionFile::State {
    std::filesystem::path file;
    const char* begin = nullptr;
    std::size_t size = 0;
    std::vector<SectionRecord> table; // by number
    std::uint64_t sections_end = 0;
    std::uint64_t print = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() {
        if (begin != nullptr)
            ::munmap(const_cast<char*>(begin), size);
    }

    tl::unexpected<Error> corrupt(std::string_view what) const {
        return failure(ErrorKind::Corrupt, fmt::format("{} ({})", what, file.string()));
    }

    Result<void> map(int fd) {
        struct stat status {};

        ::fstat(fd, &status);
        size = static_cast<std::size_t>(status.st_size);
        if (size < sizeof(Footer)) {
            ::close(fd);
            return corrupt("the image is cut short");
        }
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
        const int code = errno;
        ::close(fd);
        if (mapped == MAP_FAILED)
            return tl::unexpected(error_of_errno(code, "map", file));
        begin = static_cast<const char*>(mapped);
        return {};
    }

    Result<void> read_table(std::uint64_t format) {
        Footer footer;
        std::memcpy(&footer, begin + size - sizeof(Footer), sizeof(Footer));
        if (footer.magic != magic)
            return corrupt("this is no image, or its end is missing");
        if (footer.format != format)
            return corrupt("the image was made by another version or for another library");
        const std::uint64_t room = size - sizeof(Footer);
        if (footer.table_offset > room ||
            footer.table_length != (room - footer.table_offset) / sizeof(SectionRecord))
            return corrupt("the image's table does not fit");
        table.resize(footer.table_length);
        std::memcpy(table.data(), begin + footer.table_offset, bytes_of(table).size());
        if (fingerprint_of(bytes_of(table)) != footer.table_checksum)
            return corrupt("the image's table is damaged");
        for (const SectionRecord& record : table)
            if (record.offset % section_alignment != 0 || record.offset > footer.table_offset ||
                record.length > footer.table_offset - record.offset)
                return corrupt("a section of the image lies outside of it");
        std::ranges::sort(table, {}, &SectionRecord::number);
        sections_end = footer.table_offset;
        print = footer.table_checksum;
        return {};
    }

    bool has_empty_gaps() const {
        std::vector<SectionRecord> in_file = table;
        std::ranges::sort(in_file, {}, [](const SectionRecord& record) {
            return std::pair(record.offset,
                             record.length); // an empty one begins where the next does
        });
        in_file.push_back(
            {.number = 0, .reserved = 0, .offset = sections_end, .length = 0, .checksum = 0});
        std::uint64_t end = 0;
        for (const SectionRecord& record : in_file) {
            if (record.offset < end ||
                std::string_view(begin + end, record.offset - end).find_first_not_of('\0') !=
                    std::string_view::npos)
                return false;
            end = record.offset + record.length;
        }
        return true;
    }
};

SectionFile::SectionFile(std::unique_ptr<State> state) : state_(std::move(state)) {}

SectionFile::SectionFile(SectionFile&&) noexcept = default;
SectionFile& SectionFile::operator=(SectionFile&&) noexcept = default;
SectionFile::~SectionFile() = default;

Result<SectionFile> SectionFile::map(const std::filesystem::path& file, std::uint64_t format) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(error_of_errno(errno, "open", file));
    return map(descriptor, file, format);
}

Result<SectionFile>
SectionFile::map(int descriptor, const std::filesystem::path& file, std::uint64_t format) {
    auto state = std::make_unique<State>();
    state->file = file;
    if (auto mapped = state->map(descriptor); !mapped)
        return tl::unexpected(mapped.error());
    if (auto read = state->read_table(format); !read)
        return tl::unexpected(read.error());
    return SectionFile(std::move(state));
}

bool SectionFile::has(std::uint32_t section) const {
    return std::ranges::binary_search(state_->table, section, {}, &SectionRecord::number);
}

std::string_view SectionFile::bytes(std::uint32_t section) const {
    const auto found = std::ranges::lower_bound(state_->table, section, {}, &SectionRecord::number);
    if (found == state_->table.end() || found->number != section)
        throw Error(ErrorKind::Corrupt,
                    fmt::format("section {} is missing in {}", section, state_->file.string()));
    return {state_->begin + found->offset, found->length};
}

void SectionFile::require_whole(bool whole, std::uint32_t section) const {
    if (!whole)
        throw Error(ErrorKind::Corrupt,
                    fmt::format("section {} is cut in {}", section, state_->file.string()));
}

Result<void> SectionFile::verify() const {
    for (const SectionRecord& record : state_->table)
        if (fingerprint_of({state_->begin + record.offset, record.length}) != record.checksum)
            return state_->corrupt(fmt::format("section {} is damaged", record.number));
    if (!state_->has_empty_gaps())
        return state_->corrupt("there is something between the sections of the image");
    return {};
}

std::string_view SectionFile::all() const {
    return {state_->begin, state_->size};
}

std::uint64_t SectionFile::print() const {
    return state_->print;
}

} // namespace praxis::index
