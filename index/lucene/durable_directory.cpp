// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/durable_directory_lucene.h"
#include "index/lucene/durable_stream_lucene.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <lucene++/NoLockFactory.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace praxis::index {

namespace {

[[noreturn]] void not_found(const std::filesystem::path& path) {
    boost::throw_exception(Lucene::FileNotFoundException(to_wide(path.string())));
}

struct stat status_of(const std::filesystem::path& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0)
        not_found(path);
    return status;
}

int create_anew(const std::filesystem::path& path) {
    ::unlink(path.c_str());
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
}

} // namespace

void DurableDirectory::FirstFailure::raise(const Error& error) {
    {
        const std::lock_guard lock(mutex_);
        if (!first_)
            first_ = error;
    }
    boost::throw_exception(Lucene::IOException(to_wide(error.what())));
}

std::optional<Error> DurableDirectory::FirstFailure::first() const {
    const std::lock_guard lock(mutex_);
    return first_;
}

DurableDirectory::DurableDirectory(std::filesystem::path folder, DiskOptions options)
    : folder_(std::move(folder)), options_(options) {
    setLockFactory(Lucene::NoLockFactory::getNoLockFactory());
}

std::optional<Error> DurableDirectory::failure() const {
    return failures_->first();
}

std::filesystem::path DurableDirectory::path_of(const Lucene::String& name) const {
    return folder_ / to_utf8(name);
}

Lucene::HashSet<Lucene::String> DurableDirectory::listAll() {
    return guarded([&] {
        auto names = Lucene::HashSet<Lucene::String>::newInstance();
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            if (!entry.is_directory())
                names.add(to_wide(entry.path().filename().string()));
        return names;
    });
}

bool DurableDirectory::fileExists(const Lucene::String& name) {
    return guarded([&] { return std::filesystem::exists(path_of(name)); });
}

uint64_t DurableDirectory::fileModified(const Lucene::String& name) {
    return guarded([&] {
        const auto time = status_of(path_of(name)).st_mtim;
        return static_cast<uint64_t>(time.tv_sec) * 1000 +
               static_cast<uint64_t>(time.tv_nsec) / 1'000'000;
    });
}

void DurableDirectory::touchFile(const Lucene::String& name) {
    guarded([&] { ::utimensat(AT_FDCWD, path_of(name).c_str(), nullptr, 0); });
}

void DurableDirectory::deleteFile(const Lucene::String& name) {
    guarded([&] {
        const std::filesystem::path path = path_of(name);
        if (::unlink(path.c_str()) == 0)
            return;
        if (errno == ENOENT)
            not_found(path);
        failures_->raise(error_of_errno(errno, "delete", path));
    });
}

int64_t DurableDirectory::fileLength(const Lucene::String& name) {
    return guarded([&] { return static_cast<int64_t>(status_of(path_of(name)).st_size); });
}

Lucene::IndexOutputPtr DurableDirectory::createOutput(const Lucene::String& name) {
    return guarded([&]() -> Lucene::IndexOutputPtr {
        const std::filesystem::path path = path_of(name);
        if (auto asked = ask_faults(options_, DiskCall::Create, path); !asked)
            failures_->raise(asked.error());
        if (auto room = check_free_space(options_, folder_); !room)
            failures_->raise(room.error());
        const int descriptor = create_anew(path);
        if (descriptor < 0)
            failures_->raise(error_of_errno(errno, "create", path));
        return Lucene::newLucene<DurableOutput>(
            std::make_shared<OpenFile>(descriptor, path), options_, failures_);
    });
}

Lucene::IndexInputPtr DurableDirectory::openInput(const Lucene::String& name) {
    return openInput(name, Lucene::BufferedIndexInput::BUFFER_SIZE);
}

Lucene::IndexInputPtr DurableDirectory::openInput(const Lucene::String& name, int32_t buffer_size) {
    return guarded([&]() -> Lucene::IndexInputPtr {
        const std::filesystem::path path = path_of(name);
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0 && errno == ENOENT)
            not_found(path);
        if (descriptor < 0)
            boost::throw_exception(
                Lucene::IOException(to_wide(error_of_errno(errno, "open", path).what())));
        const auto file = std::make_shared<OpenFile>(descriptor, path);
        struct stat status {};

        ::fstat(descriptor, &status);
        return Lucene::newLucene<DurableInput>(
            file, static_cast<int64_t>(status.st_size), buffer_size);
    });
}

void DurableDirectory::close() {}

void DurableDirectory::sync(const Lucene::String& name) {
    guarded([&] {
        const std::filesystem::path path = path_of(name);
        if (auto asked = ask_faults(options_, DiskCall::Sync, path); !asked)
            failures_->raise(asked.error());
        const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC), path);
        if (file.descriptor() < 0)
            failures_->raise(error_of_errno(errno, "open", path));
        if (::fsync(file.descriptor()) != 0)
            failures_->raise(error_of_errno(errno, "sync", path));
        if (auto synced = sync_folder(options_, folder_); !synced)
            failures_->raise(synced.error());
    });
}

Lucene::String DurableDirectory::getLockID() {
    return to_wide(folder_.string());
}

} // namespace praxis::index
