// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/entry.h"
#include "index/lucene/wide_lucene.h"

#include <lucene++/PositionIncrementAttribute.h>
#include <lucene++/TermAttribute.h>
#include <lucene++/TokenStream.h>

#include <cstddef>
#include <vector>

namespace praxis::index {

// Hands Lucene++ tokens that were made beforehand.
//
// An analysis that failed inside addDocument would lose the old version of a publication, or the
// writer; nothing here can fail but for want of memory.
//
// Threads:  Thread-compatible
// Lifetime: the tokens given to `replay` must outlive the addDocument call.
class ReplayStream : public Lucene::TokenStream {
public:
    void initialize() override;

    // Starts over with these tokens, whose positions ascend.
    void replay(const std::vector<IndexedToken>& tokens);

    bool incrementToken() override;
    void reset() override;

private:
    Lucene::TermAttributePtr term_;
    Lucene::PositionIncrementAttributePtr increment_;
    const std::vector<IndexedToken>* tokens_ = nullptr;
    std::size_t next_ = 0;
};

using ReplayStreamPtr = boost::shared_ptr<ReplayStream>;

} // namespace praxis::index
