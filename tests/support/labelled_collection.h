// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/publication.h"
#include "schemas/vocabulary.h"

#include <vector>

namespace praxis::tests {

// Publications that people labelled, and the vocabulary of their site.
struct LabelledCollection {
    schemas::Vocabulary vocabulary;
    std::vector<schemas::Publication> publications;
};

// digital.gov as PRAXIS_SHARED has it: its topic pages are the vocabulary, their former addresses
// the synonyms.
LabelledCollection read_digitalgov();

} // namespace praxis::tests
