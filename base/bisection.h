// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <concepts>
#include <type_traits>

namespace praxis {

// The first of the places begin … end - 1 of which `holds` is false, or `end`: where it is true of
// some places, it is true of all before them. (A view of numbers in std::ranges::partition_point
// would say the same; clang 14 cannot compile that with libstdc++ 12.)
//
// Threads:  Immutable
template <std::unsigned_integral Place>
Place first_without(std::type_identity_t<Place> begin, Place end, const auto& holds) {
    while (begin < end) {
        const Place middle = begin + (end - begin) / 2;
        if (holds(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

} // namespace praxis
