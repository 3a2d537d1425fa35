// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/folder/disk.h"

#include "base/file.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <cerrno>

namespace praxis::index {

namespace {

std::string_view attempt_of(DiskCall call) {
    switch (call) {
    case DiskCall::Create:
        return "create";
    case DiskCall::Write:
        return "write";
    case DiskCall::Sync:
        return "sync";
    case DiskCall::Rename:
        return "rename";
    case DiskCall::SyncFolder:
        return "sync the folder";
    }
    return "write";
}

} // namespace

Result<void>
ask_faults(const DiskOptions& options, DiskCall call, const std::filesystem::path& path) {
    const int code = options.faults == nullptr ? 0 : options.faults->fault(call, path);
    if (code != 0)
        return tl::unexpected(error_of_errno(code, attempt_of(call), path));
    return {};
}

Result<void> check_free_space(const DiskOptions& options, const std::filesystem::path& folder) {
    struct statvfs room {};

    if (::statvfs(folder.c_str(), &room) != 0)
        return tl::unexpected(error_of_errno(errno, "ask for the free space of", folder));
    const std::uint64_t free_bytes = std::uint64_t{room.f_bavail} * room.f_frsize;
    if (free_bytes >= options.free_space_floor)
        return {};
    return failure(ErrorKind::NoSpace,
                   fmt::format("only {} MB are free where {} lies; at least {} MB are needed: make "
                               "room and try again",
                               free_bytes >> 20U,
                               folder.string(),
                               options.free_space_floor >> 20U));
}

Result<void> write_durably(const DiskOptions& options,
                           const std::filesystem::path& path,
                           std::string_view bytes) {
    for (const DiskCall call :
         {DiskCall::Create, DiskCall::Write, DiskCall::Sync, DiskCall::Rename})
        if (auto asked = ask_faults(options, call, path); !asked)
            return asked;
    if (auto room = check_free_space(options, path.parent_path()); !room)
        return room;
    if (auto written = write_file_durably(path, bytes); !written)
        return written;
    return ask_faults(options, DiskCall::SyncFolder, path.parent_path()); // renamed, not yet synced
}

Result<void> make_folder(const DiskOptions& options, const std::filesystem::path& folder) {
    std::error_code code;
    if (folder.empty() || std::filesystem::is_directory(folder, code))
        return {};
    if (auto made = make_folder(options, folder.parent_path()); !made)
        return made;
    if (auto asked = ask_faults(options, DiskCall::Create, folder); !asked)
        return asked;
    std::filesystem::create_directory(folder, code);
    if (code)
        return tl::unexpected(error_of_errno(code.value(), "make the folder", folder));
    return sync_folder(options, folder.has_parent_path() ? folder.parent_path() : ".");
}

Result<void> sync_folder(const DiskOptions& options, const std::filesystem::path& folder) {
    if (auto asked = ask_faults(options, DiskCall::SyncFolder, folder); !asked)
        return asked;
    return praxis::sync_folder(folder);
}

} // namespace praxis::index
