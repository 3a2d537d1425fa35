// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/fingerprint.h"

#include "base/file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <vector>

namespace praxis {

struct Fingerprint::State {
    XXH3_state_t* hash = XXH3_createState();

    State() { XXH3_64bits_reset(hash); }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() { XXH3_freeState(hash); }
};

Fingerprint::Fingerprint() : state_(std::make_unique<State>()) {}

Fingerprint::~Fingerprint() = default;
Fingerprint::Fingerprint(Fingerprint&&) noexcept = default;
Fingerprint& Fingerprint::operator=(Fingerprint&&) noexcept = default;

Fingerprint& Fingerprint::add(std::string_view bytes) {
    XXH3_64bits_update(state_->hash, bytes.data(), bytes.size());
    return *this;
}

Fingerprint& Fingerprint::add_part(std::string_view bytes) {
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
        length[i] = static_cast<char>((std::uint64_t{bytes.size()} >> (8 * i)) & 0xFFU);
    return add({length.data(), length.size()}).add(bytes);
}

std::uint64_t Fingerprint::value() const {
    return XXH3_64bits_digest(state_->hash);
}

std::uint64_t fingerprint_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

Result<std::uint64_t> fingerprint_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return tl::unexpected(error_of_errno(errno, "open", file));
    Fingerprint content;
    std::vector<char> piece(256 * 1024);
    do {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        content.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    } while (in);
    if (in.bad())
        return tl::unexpected(error_of_errno(errno, "read", file));
    return content.value();
}

std::string to_hex(std::uint64_t value) {
    return fmt::format("{:016x}", value);
}

} // namespace praxis
