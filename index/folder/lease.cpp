// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/lease.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace praxis::index {

namespace {

constexpr int attempts = 50; // an exclusive lock is held for microseconds
constexpr std::chrono::milliseconds pause{2};

tl::unexpected<Error> not_kept(const IndexFolder& folder, std::uint64_t number) {
    return failure(ErrorKind::NotFound,
                   fmt::format("generation {} of {} is not there or no longer kept ({})",
                               number,
                               folder.root.string(),
                               kept_in_words(folder)));
}

bool lock_at_once(int descriptor, int operation) {
    while (::flock(descriptor, operation | LOCK_NB) != 0)
        if (errno != EINTR)
            return false;
    return true;
}

// By name, not by the count of links: a backup may hold another link to it.
bool still_names(const std::filesystem::path& file, int descriptor) {
    struct stat named {};

    struct stat opened {};

    return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

} // namespace

Result<Lease> Lease::take(const IndexFolder& folder, std::uint64_t number) {
    const std::filesystem::path file = folder.manifest(number);
    Lease lease(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (lease.descriptor_ < 0 && errno != ENOENT)
        return tl::unexpected(error_of_errno(errno, "open", file));
    if (lease.descriptor_ < 0)
        return not_kept(folder, number);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (lock_at_once(lease.descriptor_, LOCK_SH)) {
            if (!still_names(file, lease.descriptor_))
                return not_kept(folder, number);
            return lease;
        }
        std::this_thread::sleep_for(pause);
    }
    return not_kept(folder, number);
}

Lease::Lease(Lease&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Lease& Lease::operator=(Lease&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

Lease::~Lease() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Result<bool> delete_unless_leased(const IndexFolder& folder, std::uint64_t number) {
    const std::filesystem::path file = folder.manifest(number);
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(error_of_errno(errno, "open", file));
    const bool ours = lock_at_once(descriptor, LOCK_EX);
    const int code = ours && ::unlink(file.c_str()) != 0 ? errno : 0;
    ::close(descriptor);
    if (code != 0)
        return tl::unexpected(error_of_errno(code, "delete", file));
    return ours;
}

bool is_leased(const IndexFolder& folder, std::uint64_t number) {
    const int descriptor = ::open(folder.manifest(number).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool free_of_leases = lock_at_once(descriptor, LOCK_EX);
    ::close(descriptor);
    return !free_of_leases;
}

} // namespace praxis::index
