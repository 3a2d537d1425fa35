// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/line_stream.h"

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t piece = 256 * 1024;

} // namespace

LineStream::LineStream(const std::filesystem::path& file, std::size_t longest)
    : in_(file, std::ios::binary), opened_(in_.is_open()), longest_(longest) {}

bool LineStream::next(Line& line) {
    line = {.text = {}, .number = ++number_, .too_long = false};
    bool any = false;
    while (at_ < buffer_.size() || fill()) {
        any = true;
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        if (line.text.size() + (end - at_) > longest_)
            line.too_long = true;
        else
            line.text.append(buffer_, at_, end - at_);
        const bool ended = end < buffer_.size();
        at_ = ended ? end + 1 : end;
        if (ended)
            break;
    }
    if (line.too_long)
        line.text.clear();
    if (line.text.ends_with('\r'))
        line.text.pop_back();
    return any;
}

bool LineStream::fill() {
    buffer_.resize(piece);
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    at_ = 0;
    return !buffer_.empty();
}

} // namespace praxis::corpus
