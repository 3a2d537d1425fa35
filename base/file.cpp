// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace praxis {

namespace {

// Closes a descriptor on every way out.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (fd_ >= 0)
            ::close(fd_);
    }

    int get() const { return fd_; }

    int close_checked() { return ::close(std::exchange(fd_, -1)); }

private:
    int fd_;
};

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

tl::unexpected<Error> failed(std::string_view attempt, const std::filesystem::path& path) {
    return tl::unexpected<Error>(error_of_errno(errno, attempt, path));
}

} // namespace

Error error_of_errno(int code, std::string_view attempt, const std::filesystem::path& path) {
    ErrorKind kind = ErrorKind::Unavailable;
    if (code == ENOENT || code == ENOTDIR)
        kind = ErrorKind::NotFound;
    else if (code == ENOSPC || code == EDQUOT || code == EFBIG)
        kind = ErrorKind::NoSpace;
    return {kind, fmt::format("cannot {} {}: {}", attempt, path.string(), std::strerror(code))};
}

Result<FileStamp> stamp_of(const std::filesystem::path& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0)
        return failed("look at", path);
    return FileStamp{.size = static_cast<std::uint64_t>(status.st_size),
                     .modified = nanoseconds(status.st_mtim),
                     .changed = nanoseconds(status.st_ctim),
                     .inode = status.st_ino};
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return failed("open", path);
    std::string bytes;
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size())
            bytes.resize(std::max<std::size_t>(64 * 1024, bytes.size() * 2));
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed("read", path);
        filled += static_cast<std::size_t>(got);
        if (filled > max_bytes)
            return failure(ErrorKind::InvalidInput,
                           fmt::format("larger than the {} bytes allowed", max_bytes),
                           {.path = path.string()});
        if (got == 0)
            break;
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> write_file_durably(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path temporary = path;
    temporary += fmt::format(".{}.tmp", ::getpid());
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0)
        return failed("create", temporary);
    const auto give_up = [&](std::string_view attempt) {
        auto error = failed(attempt, temporary);
        ::unlink(temporary.c_str());
        return error;
    };
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return give_up("write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0)
        return give_up("sync");
    if (file.close_checked() != 0)
        return give_up("close");
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return give_up("rename");
    return sync_folder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0)
        return failed("open", folder);
    if (::fsync(directory.get()) != 0)
        return failed("sync", folder);
    return {};
}

} // namespace praxis
