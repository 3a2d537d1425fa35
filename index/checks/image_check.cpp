// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/checks/image_check.h"

#include "index/image/image_builder.h"

#include <fmt/format.h>

namespace praxis::index {

std::optional<std::string> image_problem(const IndexFolder& folder,
                                         const Manifest& manifest,
                                         const TextIndexReader& text,
                                         const schemas::Library& library) {
    if (manifest.images.empty() || manifest.image != image_fingerprint(library))
        return std::nullopt;
    const std::filesystem::path file = folder.root / manifest.images.front().name;
    const auto same = equals_image(text, library, file);
    if (!same)
        return same.error().what();
    if (!*same)
        return fmt::format("{} is not the image of the index of generation {}: delete it, and the "
                           "next sync makes it again",
                           file.string(),
                           manifest.number);
    return std::nullopt;
}

} // namespace praxis::index
