// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/lucene/door_lucene.h"
#include "index/lucene/kept_commits_lucene.h"

#include <lucene++/Directory.h>

#include <algorithm>

namespace praxis::index {

namespace {

// Only name and directory are asked for when a commit is opened; the rest is Lucene++'s to know.
class NamedCommit : public Lucene::IndexCommit {
public:
    NamedCommit(std::string name, Lucene::DirectoryPtr directory)
        : name_(std::move(name)), directory_(std::move(directory)) {}

    Lucene::String getSegmentsFileName() override { return to_wide(name_); }

    Lucene::DirectoryPtr getDirectory() override { return directory_; }

    Lucene::HashSet<Lucene::String> getFileNames() override {
        return Lucene::HashSet<Lucene::String>::newInstance();
    }

    void deleteCommit() override {}

    bool isDeleted() override { return false; }

    bool isOptimized() override { return false; }

    int64_t getVersion() override { return 0; }

    int64_t getGeneration() override { return 0; }

    Lucene::MapStringString getUserData() override {
        return Lucene::MapStringString::newInstance();
    }

private:
    std::string name_;
    Lucene::DirectoryPtr directory_;
};

} // namespace

void KeptCommits::onInit(Lucene::Collection<Lucene::IndexCommitPtr> commits) {
    onCommit(commits);
}

void KeptCommits::onCommit(Lucene::Collection<Lucene::IndexCommitPtr> commits) {
    guarded([&] {
        if (commits.empty())
            return;
        const Lucene::IndexCommitPtr last = commits[commits.size() - 1];
        newest_ = {.name = to_utf8(last->getSegmentsFileName()), .files = {}};
        auto names = last->getFileNames();
        for (const Lucene::String& name : names)
            newest_.files.push_back(to_utf8(name));
        std::sort(newest_.files.begin(), newest_.files.end());
        delete_others(commits);
    });
}

void KeptCommits::delete_others(Lucene::Collection<Lucene::IndexCommitPtr> commits) {
    for (int32_t i = 0; i + 1 < commits.size(); ++i)
        if (!kept_.contains(to_utf8(commits[i]->getSegmentsFileName())))
            commits[i]->deleteCommit();
}

Lucene::IndexCommitPtr commit_named(const std::string& name,
                                    const Lucene::DirectoryPtr& directory) {
    return Lucene::newLucene<NamedCommit>(name, directory);
}

} // namespace praxis::index
