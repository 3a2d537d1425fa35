// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// Names of people as texts write them.
//
// Threads:  Immutable

// The names in a list: "Ana Ruiz, MPA, Tom Okafor, Jr. and Lee Chan"; without degrees and roles,
// empty if the text is no list of names.
std::vector<std::string> names_in(std::string_view list);

// Whether a text looks like one person's name: two to four words with capitals.
bool is_person_name(std::string_view text);

// "MPA", "Ph.D.", "Jr."
bool follows_a_name(std::string_view word);

// The roles of those who write for a paper: "staff writer", ...; in lower case.
const std::vector<std::string_view>& writer_roles();

bool is_writer_role(std::string_view text);

} // namespace praxis::corpus
