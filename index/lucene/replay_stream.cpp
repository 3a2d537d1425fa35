// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/expects.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/replay_stream_lucene.h"

namespace praxis::index {

void ReplayStream::initialize() {
    TokenStream::initialize();
    term_ = addAttribute<Lucene::TermAttribute>();
    increment_ = addAttribute<Lucene::PositionIncrementAttribute>();
}

void ReplayStream::replay(const std::vector<IndexedToken>& tokens) {
    tokens_ = &tokens;
    next_ = 0;
}

void ReplayStream::reset() {
    next_ = 0;
}

bool ReplayStream::incrementToken() {
    return guarded([&] {
        if (tokens_ == nullptr || next_ == tokens_->size())
            return false;
        const IndexedToken& token = (*tokens_)[next_];
        // Lucene++ counts increments from -1; two tokens may share a position.
        const std::int64_t before = next_ == 0 ? -1 : (*tokens_)[next_ - 1].position;
        ++next_;
        increment_->setPositionIncrement(static_cast<int32_t>(token.position - before));
        term_->resizeTermBuffer(static_cast<int32_t>(token.text.size()));
        const std::size_t length = to_wide(token.text, term_->termBufferArray());
        term_->setTermLength(static_cast<int32_t>(length));
        return true;
    });
}

} // namespace praxis::index
