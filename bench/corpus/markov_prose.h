// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/corpus/dice.h"
#include "bench/corpus/material.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace praxis::bench {

// Prose that was never written: each word follows the two before it as often as in what was
// learned. It is used where there is too little real text to put together anew.
//
// Shapes:   paragraphs of three to eight sentences; a sentence ends where one ended in the
// material. Threads:  Immutable, once made
class MarkovProse {
public:
    explicit MarkovProse(const Material& material);

    std::string paragraph(Dice& dice) const;

private:
    using Word = std::uint32_t;

    Word number_of(std::string_view word);
    void learn(std::string_view paragraph);
    // One word, or the two that begin a sentence where nothing ever followed.
    std::vector<Word> followers(Word first, Word second, Dice& dice) const;

    std::vector<std::string> words_;
    std::unordered_map<std::string, Word> numbers_;
    std::unordered_map<std::uint64_t, std::vector<Word>> followers_; // of two words
    std::vector<std::uint64_t> beginnings_;                          // of sentences
};

} // namespace praxis::bench
