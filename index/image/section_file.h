// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/fingerprint.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace praxis::index {

// A file of numbered sections: written once from front to back, then mapped read-only.
//
// Every structure of an image (image.h) is one or a few sections: plain arrays that are used where
// they lie. A section starts at a multiple of 64 bytes. The table of sections stands at the end,
// behind it a footer of fixed size, so that writing needs no second pass.
//
// Shapes:   little-endian; the writer's element types are trivially copyable.
// Errors:   Corrupt (not such a file, another format, a length or bound that does not hold; the
//           checksums only by `verify`), NoSpace, Unavailable.
// Source:   docs/index_format.md, "Images"

constexpr std::uint32_t section_alignment = 64;

class SectionFile;

// Threads:  Thread-compatible
class SectionWriter {
public:
    // `format` is written into the footer; the reader refuses any other.
    static Result<SectionWriter> create(const std::filesystem::path& file, std::uint64_t format);

    // The same in a file without a name, which goes when it is no longer mapped.
    static Result<SectionWriter> create_unnamed(const std::filesystem::path& folder,
                                                std::uint64_t format);
    SectionWriter(SectionWriter&&) noexcept;
    SectionWriter& operator=(SectionWriter&&) noexcept;
    ~SectionWriter(); // removes the file unless finish succeeded

    // Where temporary files go.
    std::filesystem::path folder() const;

    void begin(std::uint32_t section);

    // Appends to the begun section. A failed write is remembered and reported by `finish`.
    void write(std::string_view bytes);

    template <typename T>
    requires std::is_trivially_copyable_v<T>

    void write(std::span<const T> values) {
        write(std::string_view(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
    }

    // Pads the section so that its next byte lies at a multiple of `alignment` (<= 64) in the file.
    void align(std::size_t alignment);

    // Bytes of the begun section so far.
    std::uint64_t section_size() const;

    // A whole section at once.
    template <typename T>
    void section(std::uint32_t number, const std::vector<T>& values) {
        begin(number);
        write(std::span<const T>(values));
    }

    // Opens a section that grows beside the begun one, in a temporary file; `close_side` appends
    // it. Sides are numbered 0, 1, … in the order of their opening.
    std::size_t open_side();
    void write_side(std::size_t side, std::string_view bytes);

    template <typename T>
    requires std::is_trivially_copyable_v<T>

    void write_side(std::size_t side, std::span<const T> values) {
        write_side(side, {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }

    // Bytes of the side so far.
    std::uint64_t side_size(std::size_t side) const;
    void close_side(std::size_t side, std::uint32_t section);

    // Writes table and footer and syncs the file (not its folder). Returns its length.
    Result<std::uint64_t> finish();

    // The same without syncing, and maps the file at once.
    Result<SectionFile> finish_and_map();

private:
    Result<std::uint64_t> write_all_of_it();

    struct State;
    explicit SectionWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Threads:  Immutable
// Lifetime: spans and views live as long as the object.
class SectionFile {
public:
    static Result<SectionFile> map(const std::filesystem::path& file, std::uint64_t format);
    SectionFile(SectionFile&&) noexcept;
    SectionFile& operator=(SectionFile&&) noexcept;
    ~SectionFile();

    bool has(std::uint32_t section) const;

    std::string_view bytes(std::uint32_t section) const;

    // The section as an array; throws Error{Corrupt} where its size is no multiple of the
    // element's.
    template <typename T>
    requires std::is_trivially_copyable_v<T> std::span<const T> values(std::uint32_t section)
    const {
        const std::string_view all = bytes(section);
        require_whole(all.size() % sizeof(T) == 0, section);
        return {reinterpret_cast<const T*>(all.data()), all.size() / sizeof(T)};
    }

    // The whole file.
    std::string_view all() const;

    // The checksum of its table, which has those of all sections: tells files apart.
    std::uint64_t print() const;

    // Reads every section and compares its checksum; the first that differs is named. What lies
    // between sections must be zero.
    Result<void> verify() const;

private:
    friend class SectionWriter;
    // Takes the descriptor over.
    static Result<SectionFile>
    map(int descriptor, const std::filesystem::path& file, std::uint64_t format);
    void require_whole(bool whole, std::uint32_t section) const;

    struct State;
    explicit SectionFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace praxis::index
