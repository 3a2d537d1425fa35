// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "corpus/diagnostic.h"
#include "corpus/mapped_record.h"
#include "corpus/path_rules.h"
#include "corpus/reader.h"
#include "corpus/terms.h"

#include <optional>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// What became of a record: a publication, or the reason why it is none.
struct Made {
    std::optional<schemas::Publication> publication;
    std::vector<Diagnostic> diagnostics;
};

// Turns what a reader found into a publication, by the library's description: keys into
// properties, words into terms, defaults where the source says nothing.
//
// Where sources disagree with themselves: kind is the source's own word, else the reader's hint,
// else the default of the path, else "article"; the date is a field, else the file's name, else
// the opening of the text; the title is a field, else the first heading, else the file's name.
// A record that a skip rule names ("draft: true") or that is empty gives no publication.
//
// Errors:   none; what was not understood is told in the diagnostics.
// Lifetime: library and source must outlive it.
// Threads:  Immutable
class PublicationMaker {
public:
    PublicationMaker(const schemas::Library& library,
                     const schemas::Source& source,
                     NameOf names = {});

    // `container` is the issue that the record belongs to, or null: an item takes from it what it
    // lacks (date, organizations, series, audiences, licence, language).
    Made make(const Record& record,
              const SourceFile& file,
              std::string_view format,
              const schemas::Publication* container = nullptr) const;

    const PathRules& rules() const { return rules_; }

private:
    const schemas::Library& library_;
    const schemas::Source& source_;
    KeyMappings keys_;
    PathRules rules_;
    TermMaker terms_;
};

} // namespace praxis::corpus
