// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/file_lock.h"

#include "base/file.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace praxis::index {

namespace {

std::string holder_in(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
    return got <= 0 ? std::string("of unknown number")
                    : std::string(trim({text.data(), static_cast<std::size_t>(got)}));
}

void sign(int descriptor) {
    const std::string text = fmt::format("{}\n", ::getpid());
    if (::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        return; // the number is for messages only
}

Result<int> opened(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return tl::unexpected(error_of_errno(errno, "open the lock", file));
    return descriptor;
}

int locked(int descriptor, int operation) {
    while (::flock(descriptor, operation) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

} // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file, const std::string& what) {
    const auto descriptor = opened(file);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    FileLock lock(*descriptor);
    const int code = locked(*descriptor, LOCK_EX | LOCK_NB);
    if (code == EWOULDBLOCK)
        return failure(ErrorKind::Conflict,
                       fmt::format("another process (number {}) is {}: wait until it is done, or "
                                   "stop it",
                                   holder_in(*descriptor),
                                   what));
    if (code != 0)
        return tl::unexpected(error_of_errno(code, "lock", file));
    sign(*descriptor);
    return lock;
}

Result<FileLock> FileLock::await(const std::filesystem::path& file) {
    const auto descriptor = opened(file);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    FileLock lock(*descriptor);
    if (const int code = locked(*descriptor, LOCK_EX); code != 0)
        return tl::unexpected(error_of_errno(code, "lock", file));
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

} // namespace praxis::index
