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

bool is_described_anew(const std::filesystem::path& index, const schemas::Library& library) {
    constexpr std::uint64_t unchecked = 0;
    const auto served = index::Generation::open(index, std::nullopt, nullptr, unchecked);
    return served && ((*served)->library().text != library.text ||
                      (*served)->library().vocabulary_texts != library.vocabulary_texts);
}

} // namespace praxis::indexer
