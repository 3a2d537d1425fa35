// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/generation_store.h"

#include "index/image/image_builder.h"
#include "index/parts/part_files.h"
#include "index/transaction_state.h"

#include <fmt/format.h>

#include <utility>

namespace praxis::index {

std::chrono::sys_seconds GenerationStore::State::now() const {
    return std::chrono::floor<std::chrono::seconds>(options.now());
}

Result<void> GenerationStore::State::check_not_held() const {
    const auto ledger = read_ledger(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    if (!ledger->hold)
        return {};
    return failure(ErrorKind::Conflict,
                   fmt::format("nothing is published: the library is held since it was rolled back "
                               "from generation {} to {} ({}); let publishing go on with --resume",
                               ledger->hold->from,
                               ledger->hold->to,
                               ledger->hold->since));
}

Result<void> GenerationStore::State::tidy() {
    const auto ledger_lock = folder.lock_ledger();
    if (!ledger_lock)
        return tl::unexpected(ledger_lock.error());
    if (auto read = refresh(folder, manifests); !read)
        return read;
    if (auto dropped = drop_unpublished(folder, manifests, options.disk); !dropped)
        return dropped;
    const auto ledger = read_ledger(folder);
    if (ledger && !ledger->hold) // while held, every way forward stays open
        if (auto expired = expire(folder, manifests, now()); !expired)
            return expired;
    sweep(folder, manifests);
    return {};
}

Result<std::optional<ReadManifest>> GenerationStore::State::parent() {
    const auto mark = read_current(folder);
    if (!mark)
        return tl::unexpected(mark.error());
    if (!*mark)
        return std::nullopt;
    const auto found = manifests.find((*mark)->number);
    if (found == manifests.end() || found->second.fingerprint != (*mark)->manifest)
        return failure(ErrorKind::Corrupt,
                       fmt::format("{} names generation {}, whose manifest is not there: restore "
                                   "the index from a backup, or roll back",
                                   folder.current().string(),
                                   (*mark)->number));
    return found->second;
}

Result<Catalog> GenerationStore::State::catalog_of(const ReadManifest& parent) {
    auto kept = std::exchange(options.kept->catalog, std::nullopt);
    if (!kept || options.kept->manifest != parent.fingerprint)
        return load_catalog(folder, parent.manifest);
    return std::move(*kept);
}

GenerationStore::GenerationStore(std::unique_ptr<State> state) : state_(std::move(state)) {}

GenerationStore::GenerationStore(GenerationStore&&) noexcept = default;
GenerationStore& GenerationStore::operator=(GenerationStore&&) noexcept = default;
GenerationStore::~GenerationStore() = default;

Result<GenerationStore> GenerationStore::open(const std::filesystem::path& index,
                                              const StoreOptions& options) {
    const IndexFolder folder{index};
    std::error_code code;
    std::filesystem::create_directories(folder.generations(), code);
    if (code)
        return tl::unexpected(
            error_of_errno(code.value(), "make the folder", folder.generations()));
    auto lock = folder.lock_for_writing();
    if (!lock)
        return tl::unexpected(lock.error());
    auto state = std::make_unique<State>(
        State{.folder = folder, .options = options, .lock = std::move(*lock), .manifests = {}});
    if (state->options.kept == nullptr)
        state->options.kept = std::make_shared<KeptCatalog>();
    if (auto tidied = state->tidy(); !tidied)
        return tl::unexpected(tidied.error());
    return GenerationStore(std::move(state));
}

Result<std::optional<Manifest>> GenerationStore::current() const {
    const auto parent = state_->parent();
    if (!parent)
        return tl::unexpected(parent.error());
    return *parent ? std::optional((*parent)->manifest) : std::nullopt;
}

Result<Transaction> GenerationStore::begin(const schemas::Library& library) {
    if (auto checked = state_->check_not_held(); !checked)
        return tl::unexpected(checked.error());
    if (library.fields.size() > max_image_fields)
        return failure(ErrorKind::InvalidInput,
                       fmt::format("a library can have {} text fields", max_image_fields));
    if (auto tidied = state_->tidy(); !tidied)
        return tl::unexpected(tidied.error());
    auto parent = state_->parent();
    if (!parent)
        return tl::unexpected(parent.error());
    auto transaction = std::make_unique<Transaction::State>();
    transaction->store = state_.get();
    transaction->library = library;
    if (*parent) {
        auto catalog = state_->catalog_of(**parent);
        if (!catalog)
            return tl::unexpected(catalog.error());
        transaction->catalog = std::move(*catalog);
        transaction->parent = std::move((*parent)->manifest);
        transaction->parent_fingerprint = (*parent)->fingerprint;
    }
    if (auto chosen = transaction->choose_epoch(); !chosen)
        return tl::unexpected(chosen.error());
    if (auto opened = transaction->open_writer(); !opened)
        return tl::unexpected(opened.error());
    if (transaction->parent && !transaction->starts_empty &&
        transaction->parent->publications >= state_->options.smallest_base)
        transaction->changed = ChangedIds(transaction->parent->publications);
    return Transaction(std::move(transaction));
}

} // namespace praxis::index
