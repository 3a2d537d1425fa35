// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/lucene/text_index_writer.h"
#include "index/lucene/wide_lucene.h"

#include <lucene++/IndexCommit.h>
#include <lucene++/IndexDeletionPolicy.h>

#include <set>
#include <string>

namespace praxis::index {

// Which commits Lucene++ may delete: all but those of kept generations and the newest.
//
// Threads:  Thread-compatible
class KeptCommits : public Lucene::IndexDeletionPolicy {
public:
    explicit KeptCommits(std::set<std::string> kept) : kept_(std::move(kept)) {}

    void onInit(Lucene::Collection<Lucene::IndexCommitPtr> commits) override;
    void onCommit(Lucene::Collection<Lucene::IndexCommitPtr> commits) override;

    // The newest commit there is: that of an index just made, too, which Lucene++ does not commit
    // again when nothing is added to it.
    const TextCommit& newest() const { return newest_; }

private:
    void delete_others(Lucene::Collection<Lucene::IndexCommitPtr> commits);

    std::set<std::string> kept_;
    TextCommit newest_;
};

using KeptCommitsPtr = boost::shared_ptr<KeptCommits>;

// The commit of that name, for opening a writer or a reader on it without reading the others.
Lucene::IndexCommitPtr commit_named(const std::string& name, const Lucene::DirectoryPtr& directory);

} // namespace praxis::index
