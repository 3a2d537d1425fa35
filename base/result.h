// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace praxis {

// A value, or the Error that explains why there is none; for outcomes a caller must decide about.
// Source: docs/adr/0002-return-expected-failures-as-values.md
template <typename T>
using Result = tl::expected<T, Error>;

// The failing half of a Result: `return failure(ErrorKind::InvalidInput, "…");`
inline tl::unexpected<Error>
failure(ErrorKind kind, std::string message, SourcePosition position = {}) {
    return tl::unexpected<Error>(Error(kind, std::move(message), std::move(position)));
}

} // namespace praxis
