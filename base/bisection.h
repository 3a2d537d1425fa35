// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>

namespace praxis {

// The first of the places begin … end - 1 of which `holds` is false, or `end`: where it is true of
// some places, it is true of all before them. (A view of numbers in std::ranges::partition_point
// would say the same; clang 14 cannot compile that with libstdc++ 12.)
//
// Threads:  Immutable
std::size_t first_without(std::size_t begin, std::size_t end, const auto& holds) {
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (holds(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

} // namespace praxis
