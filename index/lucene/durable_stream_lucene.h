// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/folder/disk.h"
#include "index/lucene/durable_directory_lucene.h"

#include <lucene++/BufferedIndexInput.h>
#include <lucene++/BufferedIndexOutput.h>

#include <filesystem>
#include <memory>
#include <utility>

namespace praxis::index {

// The streams of DurableDirectory.

// An open file; closes with its last user.
//
// Threads:  Immutable
class OpenFile {
public:
    OpenFile(int descriptor, std::filesystem::path path)
        : descriptor_(descriptor), path_(std::move(path)) {}

    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    int descriptor() const { return descriptor_; }

    const std::filesystem::path& path() const { return path_; }

private:
    int descriptor_;
    std::filesystem::path path_;
};

// Writes one new file, each write checked.
//
// Threads:  Thread-compatible
class DurableOutput : public Lucene::BufferedIndexOutput {
public:
    DurableOutput(std::shared_ptr<OpenFile> file,
                  DiskOptions options,
                  std::shared_ptr<DurableDirectory::FirstFailure> failures);

    using BufferedIndexOutput::flushBuffer;
    void flushBuffer(const uint8_t* bytes, int32_t offset, int32_t length) override;
    void close() override;
    int64_t length() override;

private:
    void write(const uint8_t* bytes, int64_t count, int64_t at);
    [[noreturn]] void fail(int code);

    std::shared_ptr<OpenFile> file_;
    DiskOptions options_;
    std::shared_ptr<DurableDirectory::FirstFailure> failures_;
    int64_t length_ = 0;
    int64_t unchecked_ = 0; // bytes written since the free space was looked at
};

// Reads one file; a clone has its own position and shares the descriptor.
//
// Threads:  Thread-compatible
class DurableInput : public Lucene::BufferedIndexInput {
public:
    DurableInput(std::shared_ptr<OpenFile> file, int64_t length, int32_t buffer_size);

    int64_t length() override { return length_; }

    void close() override;
    Lucene::LuceneObjectPtr
    clone(const Lucene::LuceneObjectPtr& other = Lucene::LuceneObjectPtr()) override;

protected:
    void readInternal(uint8_t* bytes, int32_t offset, int32_t length) override;

    void seekInternal(int64_t) override {}

private:
    std::shared_ptr<OpenFile> file_; // null after close
    int64_t length_;
};

} // namespace praxis::index
