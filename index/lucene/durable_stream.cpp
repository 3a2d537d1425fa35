// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/durable_stream_lucene.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace praxis::index {

namespace {

constexpr int64_t bytes_between_looks_at_free_space = 32LL * 1024 * 1024;

} // namespace

OpenFile::~OpenFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

DurableOutput::DurableOutput(std::shared_ptr<OpenFile> file,
                             DiskOptions options,
                             std::shared_ptr<DurableDirectory::FirstFailure> failures)
    : file_(std::move(file)), options_(options), failures_(std::move(failures)) {}

void DurableOutput::fail(int code) {
    failures_->raise(error_of_errno(code, "write", file_->path()));
}

void DurableOutput::flushBuffer(const uint8_t* bytes, int32_t offset, int32_t length) {
    guarded([&] {
        if (length > 0)
            write(bytes + offset, length, bufferStart);
    });
}

void DurableOutput::write(const uint8_t* bytes, int64_t count, int64_t at) {
    if (auto asked = ask_faults(options_, DiskCall::Write, file_->path()); !asked)
        failures_->raise(asked.error());
    if (unchecked_ >= bytes_between_looks_at_free_space) {
        unchecked_ = 0;
        if (auto room = check_free_space(options_, file_->path().parent_path()); !room)
            failures_->raise(room.error());
    }
    unchecked_ += count;
    while (count > 0) {
        const ssize_t written =
            ::pwrite(file_->descriptor(), bytes, static_cast<std::size_t>(count), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            fail(written < 0 ? errno : EIO);
        bytes += written;
        at += written;
        count -= written;
        length_ = std::max(length_, at);
    }
}

void DurableOutput::close() {
    guarded([&] {
        if (file_ == nullptr)
            return;
        const std::shared_ptr<OpenFile> closing = file_;
        BufferedIndexOutput::close();
        file_.reset();
    });
}

int64_t DurableOutput::length() {
    return length_;
}

DurableInput::DurableInput(std::shared_ptr<OpenFile> file, int64_t length, int32_t buffer_size)
    : BufferedIndexInput(buffer_size), file_(std::move(file)), length_(length) {}

void DurableInput::close() {
    BufferedIndexInput::close();
    file_.reset();
}

Lucene::LuceneObjectPtr DurableInput::clone(const Lucene::LuceneObjectPtr& other) {
    const Lucene::LuceneObjectPtr target =
        other ? other : Lucene::newLucene<DurableInput>(file_, length_, bufferSize);
    return BufferedIndexInput::clone(target);
}

void DurableInput::readInternal(uint8_t* bytes, int32_t offset, int32_t length) {
    guarded([&] {
        if (file_ == nullptr)
            boost::throw_exception(Lucene::AlreadyClosedException(L"this input is closed"));
        int64_t at = getFilePointer();
        uint8_t* out = bytes + offset;
        int64_t left = length;
        if (left < 0 || at < 0 || at + left > length_)
            boost::throw_exception(Lucene::IOException(L"Read past EOF"));
        while (left > 0) {
            const ssize_t got =
                ::pread(file_->descriptor(), out, static_cast<std::size_t>(left), at);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                boost::throw_exception(Lucene::IOException(
                    to_wide(error_of_errno(got < 0 ? errno : EIO, "read", file_->path()).what())));
            out += got;
            at += got;
            left -= got;
        }
    });
}

} // namespace praxis::index
