// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/version.h"

namespace praxis::http {

std::string_view program_version() {
    return PRAXIS_VERSION;
}

} // namespace praxis::http
