// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/checks/image_check.h"

#include "index/checks/delta_check.h"
#include "index/image/image_builder.h"
#include "index/parts/image_files.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

class ImageCheck {
public:
    ImageCheck(const IndexFolder& folder,
               const Manifest& manifest,
               const TextIndexReader& text,
               const schemas::Library& library)
        : folder_(folder), manifest_(manifest), text_(text), library_(library) {}

    std::optional<std::string> base_problem() const {
        return bytes_problem(nullptr, manifest_.images.front());
    }

    std::optional<std::string> delta_problem() const {
        const Images images = open_images(folder_, manifest_, library_, {});
        if (images.size() != 2)
            return fmt::format("the images of generation {} do not belong together: delete them, "
                               "and the next sync makes them again",
                               manifest_.number);
        const Image& base = *images.front();
        const auto source = delta_source(text_, base, changed_ids(base, *images.back()));
        if (!source)
            return foreign(manifest_.images.back());
        if (auto problem = bytes_problem(&*source, manifest_.images.back()))
            return problem;
        const auto whole = temporary_image(text_, library_);
        if (!whole)
            return whole.error().what();
        return difference(base, *images.back(), **whole);
    }

private:
    std::string foreign(const FileRecord& image) const {
        return fmt::format("{} is not the image of the index of generation {}: delete it, and the "
                           "next sync makes it again",
                           (folder_.root / image.name).string(),
                           manifest_.number);
    }

    std::optional<std::string> bytes_problem(const DeltaSource* delta,
                                             const FileRecord& image) const {
        const auto same = equals_image(text_, library_, delta, folder_.root / image.name);
        if (!same)
            return same.error().what();
        return *same ? std::nullopt : std::optional(foreign(image));
    }

    const IndexFolder& folder_;
    const Manifest& manifest_;
    const TextIndexReader& text_;
    const schemas::Library& library_;
};

} // namespace

std::optional<std::string> image_problem(const IndexFolder& folder,
                                         const Manifest& manifest,
                                         const TextIndexReader& text,
                                         const schemas::Library& library) {
    if (manifest.images.empty() || manifest.image != image_fingerprint(library))
        return std::nullopt;
    const ImageCheck check(folder, manifest, text, library);
    return manifest.images.size() == 1 ? check.base_problem() : check.delta_problem();
}

} // namespace praxis::index
