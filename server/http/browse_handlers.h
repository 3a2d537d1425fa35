// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/http/call.h"

namespace praxis::http {

// Pages that show the library as a whole.
//
// Threads:  Immutable

// GET /topics: a tree and a picture of what there is.
Admitted<Response> show_topics_page(const Call& call);

// GET /help: how to search, by examples that find something here.
Admitted<Response> show_help_page(const Call& call);

// GET /about: what the library holds and how it can be used.
Admitted<Response> show_about_page(const Call& call);

} // namespace praxis::http
