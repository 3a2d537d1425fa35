// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/file.h"
#include "base/result.h"
#include "analyzers/analyzer_set.h"
#include "server/search/synonyms/synonyms.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace praxis::search {

// The synonyms of a file that editors change while the server runs.
//
// `refresh` looks at the file's stamp and reads it when that changed. A file with a mistake, or
// one that cannot be read, changes nothing: the last good one stays in use.
//
// Errors:   as parse_synonyms and read_file.
// Threads:  Thread-safe; `refresh` and `read_anew` by one thread at a time.
class WatchedSynonyms {
public:
    // An empty path: no file, no synonyms.
    explicit WatchedSynonyms(std::filesystem::path path);

    std::shared_ptr<const Synonyms> current() const;

    // Whether the synonyms changed. A mistake is reported at each call until the file is changed.
    Result<bool> refresh(const analyzers::AnalyzerSet& analyzers);

    // The same rules by other analyzers: those of another generation.
    void read_anew(const analyzers::AnalyzerSet& analyzers);

private:
    const std::filesystem::path path_;
    std::optional<FileStamp> seen_;
    std::optional<Error> mistake_;
    std::vector<SynonymRule> rules_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Synonyms> current_; // guarded by mutex_
};

} // namespace praxis::search
