// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "corpus/mapped_record.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What a slug of a property is called, where a source keeps names in files of their own
// (name_directory.h); nothing if it is not known.
using NameOf =
    std::function<std::optional<std::string>(const schemas::Property&, std::string_view slug)>;

// Makes facet terms of a source's words: the concept of the property's vocabulary that they mean,
// else the value that the facet declares, else their own slug and label.
//
// Lifetime: the library must outlive it.
// Threads:  Immutable
class TermMaker {
public:
    TermMaker(const schemas::Library& library, NameOf names);

    // The words as a term; a path gives a level each.
    schemas::Term term(const schemas::Property& property, const MappedValue& value) const;

    // The terms of all values of a property, each once.
    std::vector<schemas::Term> terms(const MappedRecord& record,
                                     const schemas::Property& property) const;

private:
    std::optional<schemas::Term> known_term(const schemas::Property& property,
                                            const std::string& word) const;
    std::string label(const schemas::Property& property, std::string_view word) const;

    const schemas::Library& library_;
    NameOf names_;
};

} // namespace praxis::corpus
