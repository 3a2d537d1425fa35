// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/compression.h"

#include "base/expects.h"

#include <fmt/format.h>
#include <zstd.h>

#include <memory>

namespace praxis::index {

namespace {

// Making a context costs more than compressing one publication, so each thread keeps its own.
ZSTD_CCtx* compressor() {
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(
        ZSTD_createCCtx(), &ZSTD_freeCCtx);
    expects(context != nullptr, "memory for a zstd context");
    return context.get();
}

ZSTD_DCtx* decompressor() {
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(
        ZSTD_createDCtx(), &ZSTD_freeDCtx);
    expects(context != nullptr, "memory for a zstd context");
    return context.get();
}

tl::unexpected<Error> corrupt(std::string_view why) {
    return failure(ErrorKind::Corrupt, fmt::format("compressed data does not read back: {}", why));
}

} // namespace

std::string compress(std::string_view bytes, int level) {
    ZSTD_CCtx* const context = compressor();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context, frame.data(), frame.size(), bytes.data(), bytes.size());
    expects(ZSTD_isError(size) == 0, "a buffer of ZSTD_compressBound holds the frame");
    frame.resize(size);
    return frame;
}

Result<std::string> decompress(std::string_view frame, std::uint64_t max_bytes) {
    const unsigned long long length = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN)
        return corrupt("no zstd frame with its length");
    if (length > max_bytes)
        return corrupt(fmt::format("it claims {} bytes", length));
    std::string bytes(length, '\0');
    const std::size_t size =
        ZSTD_decompressDCtx(decompressor(), bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(size) != 0)
        return corrupt(ZSTD_getErrorName(size));
    if (size != length)
        return corrupt("shorter than it claims");
    return bytes;
}

} // namespace praxis::index
