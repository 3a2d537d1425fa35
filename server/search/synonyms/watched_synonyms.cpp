// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/watched_synonyms.h"

#include <utility>

namespace praxis::search {

WatchedSynonyms::WatchedSynonyms(std::filesystem::path path)
    : path_(std::move(path)), current_(std::make_shared<Synonyms>()) {}

std::shared_ptr<const Synonyms> WatchedSynonyms::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

Result<bool> WatchedSynonyms::refresh(const analyzers::AnalyzerSet& analyzers) {
    if (path_.empty())
        return false;
    const Result<FileStamp> stamp = stamp_of(path_);
    if (!stamp)
        return tl::unexpected(stamp.error());
    if (seen_ == *stamp) {
        if (mistake_)
            return tl::unexpected(*mistake_);
        return false;
    }
    const Result<std::string> text = read_file(path_, max_synonym_file);
    if (!text)
        return tl::unexpected(text.error());
    seen_ = *stamp;
    mistake_.reset();
    auto rules = parse_synonyms(*text, path_.string());
    if (!rules) {
        mistake_ = rules.error();
        return tl::unexpected(*mistake_);
    }
    rules_ = std::move(*rules);
    read_anew(analyzers);
    return true;
}

void WatchedSynonyms::read_anew(const analyzers::AnalyzerSet& analyzers) {
    auto made = std::make_shared<const Synonyms>(rules_, analyzers);
    const std::lock_guard lock(mutex_);
    current_ = std::move(made);
}

} // namespace praxis::search
