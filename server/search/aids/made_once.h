// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
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
        std::call_once(once_, [&] { made_ = &value_.emplace(make()); });
        return *value_;
    }

    // Null until it stands.
    const T* if_made() const { return made_; }

private:
    mutable std::once_flag once_;
    mutable std::optional<T> value_;
    mutable std::atomic<const T*> made_ = nullptr;
};

} // namespace praxis::search
