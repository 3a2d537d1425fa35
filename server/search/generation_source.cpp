// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/generation_source.h"

#include <utility>

namespace praxis::search {

namespace {

class FolderGenerations final : public GenerationSource {
public:
    explicit FolderGenerations(std::filesystem::path index) : index_(std::move(index)) {}

    Result<std::shared_ptr<const index::Generation>>
    open(std::optional<std::uint64_t> number, const index::Generation* trusted) const override {
        return index::Generation::open(index_, number, trusted);
    }

    Result<std::uint64_t> current_number() const override {
        return index::Generation::current_number(index_);
    }

    Result<std::optional<index::SyncSummary>> last_sync() const override {
        return index::read_sync_summary(index_);
    }

private:
    std::filesystem::path index_;
};

} // namespace

std::unique_ptr<GenerationSource> generations_of(std::filesystem::path index) {
    return std::make_unique<FolderGenerations>(std::move(index));
}

} // namespace praxis::search
