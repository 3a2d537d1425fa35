// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/section_file.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

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

namespace {

// A nameless temporary file in the folder of the image.
struct Side {
    int fd = -1;
    std::uint64_t size = 0;
    std::string buffer;

    explicit Side(int opened) : fd(opened) {}

    Side(Side&& other) noexcept
        : fd(std::exchange(other.fd, -1)), size(other.size), buffer(std::move(other.buffer)) {}

    Side& operator=(Side&&) = delete;
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    ~Side() {
        if (fd >= 0)
            ::close(fd);
    }
};

// Writes all of it; returns errno, or 0.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace

struct SectionWriter::State {
    std::filesystem::path file;
    int fd = -1;
    std::uint64_t format = 0;
    std::uint64_t position = 0; // in the file, buffered bytes included
    std::string buffer;
    std::vector<SectionRecord> table;
    std::vector<Side> sides;
    Fingerprint checksum;
    int failed = 0; // errno of the first failed write
    bool finished = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() {
        if (fd >= 0)
            ::close(fd);
        if (!finished)
            ::unlink(file.c_str());
    }

    void flush() {
        if (failed == 0)
            failed = write_all(fd, buffer);
        buffer.clear();
    }

    void flush(Side& side) {
        if (failed == 0)
            failed = write_all(side.fd, side.buffer);
        side.buffer.clear();
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
    state->fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (state->fd < 0)
        return tl::unexpected(error_of_errno(errno, "create", file));
    state->buffer.reserve(buffer_size * 2);
    return SectionWriter(std::move(state));
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
    const std::string folder = state_->file.parent_path().string();
    const int fd =
        ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 && state_->failed == 0)
        state_->failed = errno;
    state_->sides.emplace_back(fd);
    return state_->sides.size() - 1;
}

void SectionWriter::write_side(std::size_t side, std::string_view bytes) {
    Side& grown = state_->sides[side];
    grown.size += bytes.size();
    grown.buffer.append(bytes);
    if (grown.buffer.size() >= buffer_size)
        state_->flush(grown);
}

std::uint64_t SectionWriter::side_size(std::size_t side) const {
    return state_->sides[side].size;
}

void SectionWriter::close_side(std::size_t side, std::uint32_t section) {
    Side& grown = state_->sides[side];
    state_->flush(grown);
    begin(section);
    std::string chunk(buffer_size, '\0');
    for (std::uint64_t at = 0; at < grown.size && state_->failed == 0;) {
        const ssize_t got = ::pread(grown.fd, chunk.data(), chunk.size(), static_cast<off_t>(at));
        if (got <= 0) {
            state_->failed = got < 0 ? errno : EIO;
            break;
        }
        write(std::string_view(chunk.data(), static_cast<std::size_t>(got)));
        at += static_cast<std::uint64_t>(got);
    }
    ::close(std::exchange(grown.fd, -1));
}

Result<std::uint64_t> SectionWriter::finish() {
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
    if (state.failed == 0 && ::fsync(state.fd) != 0)
        state.failed = errno;
    if (::close(std::exchange(state.fd, -1)) != 0 && state.failed == 0)
        state.failed = errno;
    if (state.failed != 0)
        return tl::unexpected(error_of_errno(state.failed, "write", state.file));
    state.finished = true;
    return state.position;
}

struct SectionFile::State {
    std::filesystem::path file;
    const char* begin = nullptr;
    std::size_t size = 0;
    std::vector<SectionRecord> table; // by number

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

    Result<void> map() {
        const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return tl::unexpected(error_of_errno(errno, "open", file));

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
        return {};
    }
};

SectionFile::SectionFile(std::unique_ptr<State> state) : state_(std::move(state)) {}

SectionFile::SectionFile(SectionFile&&) noexcept = default;
SectionFile& SectionFile::operator=(SectionFile&&) noexcept = default;
SectionFile::~SectionFile() = default;

Result<SectionFile> SectionFile::map(const std::filesystem::path& file, std::uint64_t format) {
    auto state = std::make_unique<State>();
    state->file = file;
    if (auto mapped = state->map(); !mapped)
        return tl::unexpected(mapped.error());
    if (auto read = state->read_table(format); !read)
        return tl::unexpected(read.error());
    return SectionFile(std::move(state));
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
    return {};
}

std::uint64_t SectionFile::size() const {
    return state_->size;
}

} // namespace praxis::index
