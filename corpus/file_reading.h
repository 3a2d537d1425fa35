// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/publication_maker.h"
#include "corpus/reader_registry.h"

#include <functional>

namespace praxis::corpus {

// Takes the publications of a file, one by one.
struct PublicationSink {
    std::function<void(schemas::Publication)> publication;
    std::function<void(Diagnostic)> diagnostic;
};

// Reads a file from bytes to publications: chooses the reader, makes a publication of each
// record, gives the items of a newsletter issue their parent.
//
// Errors:   none; a file that cannot be read or is in a format that is not read is an Error
//           diagnostic. Returns false for a file that is no publication at all (an image).
// Threads:  Thread-safe
bool read_publications(const SourceFile& file,
                       const ReaderRegistry& registry,
                       const PublicationMaker& maker,
                       const PublicationSink& sink);

} // namespace praxis::corpus
