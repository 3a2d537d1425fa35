// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/corpus/unpacking.h"

#include "base/file.h"

#include <zstd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace praxis::bench {

namespace {

struct Stream {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

Result<void> unpack(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::ifstream in(from, std::ios::binary);
    if (!in)
        return tl::unexpected(error_of_errno(errno, "read", from));
    std::ofstream out(to, std::ios::binary);
    const std::unique_ptr<ZSTD_DCtx, Stream> context(ZSTD_createDCtx());
    std::vector<char> packed(ZSTD_DStreamInSize());
    std::vector<char> plain(ZSTD_DStreamOutSize());
    while (in.read(packed.data(), static_cast<std::streamsize>(packed.size())), in.gcount() > 0) {
        ZSTD_inBuffer input{packed.data(), static_cast<std::size_t>(in.gcount()), 0};
        while (input.pos < input.size) {
            ZSTD_outBuffer output{plain.data(), plain.size(), 0};
            if (ZSTD_isError(ZSTD_decompressStream(context.get(), &output, &input)) != 0)
                return failure(ErrorKind::InvalidInput, from.string() + " cannot be unpacked");
            out.write(plain.data(), static_cast<std::streamsize>(output.pos));
        }
    }
    out.close();
    if (!out)
        return failure(ErrorKind::NoSpace, "cannot write " + to.string());
    return {};
}

} // namespace

Unpacked::Unpacked(std::filesystem::path path, std::filesystem::path folder)
    : path_(std::move(path)), folder_(std::move(folder)) {}

Unpacked::Unpacked(Unpacked&& other) noexcept
    : path_(std::move(other.path_)), folder_(std::exchange(other.folder_, {})) {}

Unpacked::~Unpacked() {
    std::error_code ignored;
    if (!folder_.empty())
        std::filesystem::remove_all(folder_, ignored);
}

Result<Unpacked> Unpacked::open(const std::filesystem::path& path) {
    if (path.extension() != ".zst")
        return Unpacked(path, {});
    std::string folder = (std::filesystem::temp_directory_path() / "praxis-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return tl::unexpected(error_of_errno(errno, "create", folder));
    Unpacked unpacked(std::filesystem::path(folder) / path.stem(), folder);
    if (const auto done = unpack(path, unpacked.path()); !done)
        return tl::unexpected(done.error());
    return unpacked;
}

} // namespace praxis::bench
