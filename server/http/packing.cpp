// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/expects.h"
#include "server/http/negotiation.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>

namespace praxis::http {

namespace {

constexpr int gzip_format = 16; // added to the window's bits
constexpr int widest_window = 15;
constexpr int quick = 3; // a third of the default level's time for a tenth more bytes

class Packer {
public:
    explicit Packer(int window) {
        const int begun = ::deflateInit2(
            &stream_, quick, Z_DEFLATED, window + gzip_format, window - 7, Z_DEFAULT_STRATEGY);
        expects(begun == Z_OK, "zlib has memory for a stream");
    }

    ~Packer() { ::deflateEnd(&stream_); }

    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    // Appends what the text becomes; some of it may wait for more.
    void pack(std::string_view text, bool is_last, std::string& packed) {
        stream_.next_in =
            const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data())); // only read
        stream_.avail_in = static_cast<uInt>(text.size());
        std::array<char, 16 * 1024> room{};
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(room.data());
            stream_.avail_out = static_cast<uInt>(room.size());
            const int status = ::deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
            expects(status != Z_STREAM_ERROR, "the stream of zlib is sound");
            packed.append(room.data(), room.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

private:
    z_stream stream_{};
};

class PackedStream : public BodyStream {
public:
    explicit PackedStream(std::unique_ptr<BodyStream> plain) : plain_(std::move(plain)) {}

    bool read(std::string& piece) override {
        std::string text;
        const bool more = plain_->read(text);
        packer_.pack(text, !more, piece);
        return more;
    }

private:
    std::unique_ptr<BodyStream> plain_;
    Packer packer_{widest_window};
};

} // namespace

std::string gzip(std::string_view text) {
    // Most of the time of packing a small text goes into clearing tables made for a large one.
    const int window = std::clamp(static_cast<int>(std::bit_width(text.size())), 10, widest_window);
    std::string packed;
    Packer(window).pack(text, true, packed);
    return packed;
}

std::unique_ptr<BodyStream> gzip(std::unique_ptr<BodyStream> stream) {
    return std::make_unique<PackedStream>(std::move(stream));
}

} // namespace praxis::http
