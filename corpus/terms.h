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

    // The words as a term; a path gives a level each. What looks like a slug is made readable,
    // unless it is known to be `written` so.
    schemas::Term
    term(const schemas::Property& property, const MappedValue& value, bool written = false) const;

    // The terms of all values of a property, each once. A list of keywords in which some have
    // blanks or capitals was written for people: "decision-making" stays what it is there.
    std::vector<schemas::Term> terms(const MappedRecord& record,
                                     const schemas::Property& property) const;

private:
    std::optional<schemas::Term> body(const schemas::Property& property,
                                      const std::string& word) const;
    std::optional<schemas::Term> known_term(const schemas::Property& property,
                                            const std::string& word) const;
    std::string label(const schemas::Property& property, std::string_view word, bool written) const;

    const schemas::Library& library_;
    NameOf names_;
};

} // namespace praxis::corpus
