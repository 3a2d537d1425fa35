// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/unnamed_file.h"

#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace praxis::index {

namespace {

constexpr std::size_t buffer_size = 1U << 20U;

} // namespace

int open_unnamed(const std::filesystem::path& folder) {
    const std::string place = folder.empty() ? "." : folder.string();
    const int descriptor = ::open(place.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
        return descriptor;
    std::string name = place + "/unnamed-XXXXXX"; // a file system that has none
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.c_str());
    return named;
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

UnnamedFile::UnnamedFile(UnnamedFile&& other) noexcept
    : folder_(std::move(other.folder_)), descriptor_(std::exchange(other.descriptor_, -1)),
      failed_(other.failed_), size_(other.size_), buffer_(std::move(other.buffer_)),
      mapped_(std::exchange(other.mapped_, {})) {}

UnnamedFile::~UnnamedFile() {
    if (!mapped_.empty())
        ::munmap(const_cast<char*>(mapped_.data()), mapped_.size());
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

void UnnamedFile::append(std::string_view bytes) {
    size_ += bytes.size();
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_size)
        flush();
}

void UnnamedFile::flush() {
    if (descriptor_ < 0 && failed_ == 0) {
        descriptor_ = open_unnamed(folder_);
        failed_ = descriptor_ < 0 ? errno : 0;
    }
    if (failed_ == 0)
        failed_ = write_all(descriptor_, buffer_);
    buffer_.clear();
}

Result<std::string_view> UnnamedFile::map() {
    if (size_ == buffer_.size())
        return buffer_;
    if (!mapped_.empty())
        return mapped_;
    flush();
    if (failed_ == 0) {
        void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor_, 0);
        if (mapped == MAP_FAILED)
            failed_ = errno;
        else
            mapped_ = {static_cast<const char*>(mapped), size_};
    }
    if (failed_ != 0)
        return tl::unexpected(error_of_errno(failed_, "write a temporary file in", folder_));
    return mapped_;
}

} // namespace praxis::index
