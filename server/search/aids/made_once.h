// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <mutex>
#include <optional>

namespace praxis::search {

// A value that is made by whoever asks first; others wait until it stands.
//
// Threads:  Thread-safe
template <typename T>
class MadeOnce {
public:
    const T& value(const auto& make) const {
        std::call_once(made_, [&] { value_.emplace(make()); });
        return *value_;
    }

private:
    mutable std::once_flag made_;
    mutable std::optional<T> value_;
};

} // namespace praxis::search
