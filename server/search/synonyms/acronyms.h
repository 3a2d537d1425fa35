// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/image/acronym_meanings.h"
#include "server/search/synonyms/name_source.h"

#include <string_view>
#include <utility>

namespace praxis::search {

// What acronyms stand for by the texts of the library itself: "Capital Improvement Program (CIP)".
//
// An acronym on whose long form texts agree stands for it, and it for the acronym. One that is also
// a word ("CARE") has to be typed in capitals, and is not looked for where its long form was typed.
//
// Threads:  Immutable
// Source:   docs/acronyms.md
class Acronyms final : public NameSource {
public:
    explicit Acronyms(index::AcronymMeanings meanings) : meanings_(std::move(meanings)) {}

    OtherNames others(const TypedName& name) const override;

    bool has_longer(std::string_view stems) const override {
        return meanings_.has_longer_form(stems);
    }

private:
    index::AcronymMeanings meanings_;
};

} // namespace praxis::search
