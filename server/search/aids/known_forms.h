// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/columns/dictionary.h"

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

namespace praxis::search {

class Snapshot;

constexpr Form no_form = std::numeric_limits<Form>::max();

// A form of a library, whichever layers have it.
struct KnownForm {
    std::string_view text;
    std::array<Form, 2> forms{no_form, no_form}; // by layer
    std::uint32_t frequency = 0;                 // occurrences in publications that live
};

// Calls `visit` for each form of a snapshot, in the order of their bytes.
//
// Threads:  Immutable
void visit_forms(const Snapshot& snapshot, const std::function<void(const KnownForm&)>& visit);

// The forms numbered in that order.
struct FormNumbers {
    std::vector<std::string_view> texts;               // by number
    std::array<std::vector<std::uint32_t>, 2> numbers; // by layer and form
};

FormNumbers form_numbers(const Snapshot& snapshot);

} // namespace praxis::search
