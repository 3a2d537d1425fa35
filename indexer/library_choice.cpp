// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "indexer/library_choice.h"

#include "index/generation.h"

namespace praxis::indexer {

Result<schemas::Library> choose_library(const std::optional<std::filesystem::path>& named,
                                        const std::filesystem::path& index) {
    if (named)
        return schemas::load_library(*named);
    auto shipped = schemas::default_library();
    const auto generation = index::Generation::open(index);
    // An index made with an older shipped description takes the newer one.
    if (shipped && generation && (*generation)->library().name != shipped->name)
        return (*generation)->library();
    return shipped;
}

} // namespace praxis::indexer
