// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "index/folder/disk.h"
#include "index/lucene/wide_lucene.h"

#include <lucene++/Directory.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace praxis::index {

// The folder in which Lucene++ keeps its files, with every call on the disk checked.
//
// Lucene++'s own directory drops the result of each write, so that a full disk gives a commit that
// says OK and cannot be read; it never syncs the folder; all clones of an input share one stream
// with one position and one sticky error. Here writing is pwrite in a loop, reading is pread,
// clones share only the descriptor, `sync` syncs file and folder, and a file is never written over:
// an old one of that name is unlinked first, so that hard links and open readers keep theirs.
//
// Lucene++ swallows some failures itself (a failed sync of the commit file is one: it deletes the
// file and says OK). Therefore the directory remembers its first failure, and whoever commits asks.
//
// It derives from Directory, not FSDirectory, whose constructor goes through boost::filesystem and
// throws under a broken or C locale. Locks are the caller's (folder/file_lock.h): there are none
// here.
//
// Errors:   Lucene::IOException towards Lucene++; `failure()` towards us, with the right ErrorKind.
// Threads:  Thread-safe
// Lifetime: options.faults must outlive it.
class DurableDirectory : public Lucene::Directory {
public:
    DurableDirectory(std::filesystem::path folder, DiskOptions options);

    // The first failed call on the disk since the directory was made, if any.
    std::optional<Error> failure() const;

    Lucene::HashSet<Lucene::String> listAll() override;
    bool fileExists(const Lucene::String& name) override;
    uint64_t fileModified(const Lucene::String& name) override;
    void touchFile(const Lucene::String& name) override;
    void deleteFile(const Lucene::String& name) override;
    int64_t fileLength(const Lucene::String& name) override;
    Lucene::IndexOutputPtr createOutput(const Lucene::String& name) override;
    Lucene::IndexInputPtr openInput(const Lucene::String& name) override;
    Lucene::IndexInputPtr openInput(const Lucene::String& name, int32_t buffer_size) override;
    void close() override;
    void sync(const Lucene::String& name) override;
    Lucene::String getLockID() override;

    // What failed is remembered here, by the directory and by its outputs.
    class FirstFailure {
    public:
        // Remembers the error if it is the first, and throws it as a Lucene::IOException.
        [[noreturn]] void raise(const Error& error);

        std::optional<Error> first() const;

    private:
        mutable std::mutex mutex_;
        std::optional<Error> first_;
    };

private:
    std::filesystem::path path_of(const Lucene::String& name) const;

    std::filesystem::path folder_;
    DiskOptions options_;
    std::shared_ptr<FirstFailure> failures_ = std::make_shared<FirstFailure>();
};

using DurableDirectoryPtr = boost::shared_ptr<DurableDirectory>;

} // namespace praxis::index
