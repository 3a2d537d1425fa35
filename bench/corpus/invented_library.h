// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/corpus/markov_prose.h"
#include "bench/corpus/material.h"

#include <cstdint>
#include <memory>
#include <string>

namespace praxis::bench {

struct CorpusOptions {
    std::uint64_t publications = 10'000;
    std::uint64_t seed = 1;
    std::uint64_t revised_percent = 0; // so many are written anew, under their old ids
    bool plain_words = false;          // without case and marks: the same tokens for every engine
    double rare_words = 0.01;          // the share of words that are replaced by invented ones
};

// A library of any size, made of paragraphs that were written by people, put together anew, with
// invented values: publication `number` is always the same for the same material and options.
//
// A publication is some paragraphs of one subject, 300 words on average (half of them between 140
// and 340), under a title of that subject. Where the material is small, paragraphs are Markov
// prose.
//
// Lifetime: the material must outlive it.
// Threads:  Immutable
class InventedLibrary {
public:
    InventedLibrary(const Material& material, const CorpusOptions& options);

    bool is_markov() const { return markov_ != nullptr; }

    // One line of JSON: id, title, text, kind, topics, organization, place, date, authors,
    // keywords, audience, series, lens, language.
    std::string publication(std::uint64_t number) const;

private:
    std::uint64_t random_subject(Dice& dice) const;
    std::string title(const Subject& subject, Dice& dice) const;
    std::string text(const Subject& subject, Dice& dice) const;
    std::string finished(std::string_view text, Dice& dice) const;

    const Material& material_;
    CorpusOptions options_;
    std::unique_ptr<const MarkovProse> markov_;
    std::vector<std::uint64_t> paragraphs_before_; // of each subject, and all of them at the end
};

} // namespace praxis::bench
