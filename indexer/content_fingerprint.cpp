// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/content_fingerprint.h"

#include "base/fingerprint.h"

namespace praxis::indexer {

std::uint64_t content_fingerprint(const FileTask& task) {
    if (!task.is_read)
        return 0;
    const auto own = fingerprint_of_file(task.file->file);
    if (!own || task.companion.empty())
        return own.value_or(0);
    std::filesystem::path companion = task.file->file;
    companion.replace_extension(task.companion);
    const auto other = fingerprint_of_file(companion);
    return Fingerprint().add_part(to_hex(*own)).add_part(to_hex(other.value_or(0))).value();
}

} // namespace praxis::indexer
