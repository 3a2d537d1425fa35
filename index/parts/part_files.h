// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/catalog.h"
#include "index/folder/disk.h"
#include "index/folder/index_folder.h"
#include "index/manifest.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::index {

// The parts of a generation besides the Lucene++ index: library, vocabularies, catalog, names, and
// what enrichment remembers.
//
// Each is stored in files named after the fingerprint of their content, so that generations share
// what is equal: publishing one publication writes one or two small files of a big catalog.
//
// Errors:   NoSpace, Unavailable; Corrupt (checksum or text, the message names the file).
// Threads:  Immutable (functions); Thread-compatible (PartWriter)

class PartWriter {
public:
    // Files that `parent` names are there already and not written again.
    PartWriter(IndexFolder folder, const Manifest* parent, DiskOptions options);

    Result<void> add(const schemas::Library& library);
    Result<void> add(const Catalog& catalog); // with its names
    Result<void> add_enrichment(const std::vector<std::string>& texts);

    // The records of everything added, in the order in which it is read.
    const std::vector<FileRecord>& records() const { return records_; }

private:
    Result<void> add_text(std::string_view kind, std::string_view text);
    Result<void> add_compressed(std::string_view kind, std::string_view text);
    Result<void> store(const std::string& name, std::string_view bytes);
    bool is_known(const std::string& name);

    IndexFolder folder_;
    DiskOptions options_;
    std::map<std::string, FileRecord> known_;
    std::vector<FileRecord> records_;
};

Result<schemas::Library> load_library(const IndexFolder& folder, const Manifest& manifest);

Result<Names> load_names(const IndexFolder& folder, const Manifest& manifest);

// What Transaction::set_enrichment was given.
Result<std::vector<std::string>> load_enrichment(const IndexFolder& folder,
                                                 const Manifest& manifest);

// With its names.
Result<Catalog> load_catalog(const IndexFolder& folder, const Manifest& manifest);

} // namespace praxis::index
