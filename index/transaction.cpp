// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// How a generation comes to be, and why a crash between any two steps does no harm:
//
//   1. Lucene++ commit          a commit that no manifest names never existed: it is swept
//   2. library, catalog, names  files that no manifest names are swept
//   3. image, or delta          swept likewise
//   4. a child process opens all of it
//   5. generations/N.json       a manifest above CURRENT is dropped, its number stays used
//   6. CURRENT, by rename       from here on it is published
//
// Each file is synced before the next step, and its folder with it. Steps 5 and 6 happen under the
// ledger's lock, after another look at whether CURRENT is still what the transaction began on.
//
// Epochs. Lucene++ names the deletions of a segment by a counter that restarts from what the opened
// commit knows: continuing from an older commit while a younger one is kept would overwrite the
// younger one's deletions under the same name. So an epoch's commits form one line; after a
// roll-back the line continues in a new epoch, whose folder begins with hard links.

#include "base/expects.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "index/checks/publication_check.h"
#include "index/folder/retention.h"
#include "index/parts/image_files.h"
#include "index/parts/part_files.h"
#include "index/text_index_reader.h"
#include "index/transaction_state.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::index {

namespace {

bool goes_on_behind(const Manifests& manifests, const Manifest& parent) {
    return std::any_of(manifests.begin(), manifests.end(), [&](const auto& entry) {
        const Manifest& other = entry.second.manifest;
        return other.epoch == parent.epoch && other.number > parent.number;
    });
}

std::uint64_t next_epoch(const IndexFolder& folder, const Manifests& manifests) {
    std::uint64_t last = 0;
    for (const auto& [number, read] : manifests)
        last = std::max(last, read.manifest.epoch);
    while (std::filesystem::exists(folder.epochs() / std::to_string(last + 1)))
        ++last;
    return last + 1;
}

Result<void> link_or_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code code;
    std::filesystem::create_hard_link(from, to, code);
    if (code)
        std::filesystem::copy_file(from, to, code); // a file system without links
    if (code)
        return tl::unexpected(error_of_errno(code.value(), "copy", from));
    return {};
}

} // namespace

Result<void> Transaction::State::choose_epoch() {
    const IndexFolder& folder = store->folder;
    starts_empty = !parent || parent->analysis != analysis_fingerprint(library);
    if (!starts_empty)
        for (const FileRecord& file : files_below(*parent, IndexFolder::text_name(parent->epoch)))
            inherited.emplace(std::filesystem::path(file.name).filename().string(), file);
    if (!starts_empty && !goes_on_behind(store->manifests, *parent)) {
        epoch = parent->epoch;
        return {};
    }
    epoch = next_epoch(folder, store->manifests);
    if (auto made = make_folder(store->options.disk, folder.text(epoch)); !made)
        return made;
    return starts_empty ? Result<void>() : link_parent_files();
}

Result<void> Transaction::State::link_parent_files() {
    const std::filesystem::path target = store->folder.text(epoch);
    for (const auto& [name, file] : inherited)
        if (auto linked = link_or_copy(store->folder.root / file.name, target / name); !linked)
            return linked;
    return sync_folder(store->options.disk, target);
}

Result<void> Transaction::State::open_writer() {
    TextIndexWriter::Start start{
        .folder = store->folder.text(epoch), .commit = std::nullopt, .kept = {}};
    if (!starts_empty)
        start.commit = parent->commit;
    for (const auto& [number, read] : store->manifests)
        if (read.manifest.epoch == epoch)
            start.kept.insert(read.manifest.commit);
    auto opened = TextIndexWriter::open(start, store->options.disk);
    if (!opened)
        return tl::unexpected(opened.error());
    writer.emplace(std::move(*opened));
    return {};
}

bool Transaction::State::is_given_first(const std::string& id) {
    const std::lock_guard lock(mutex);
    return given.insert(id).second;
}

void Transaction::State::note_change(std::string_view id) {
    const std::lock_guard lock(mutex);
    changed.add(id);
}

Result<FileRecord> Transaction::State::lucene_record(const std::string& name) {
    const std::string path = IndexFolder::text_name(epoch) + "/" + name;
    const auto old = inherited.find(name);
    if (old == inherited.end())
        return record_of(store->folder, path);
    return FileRecord{.name = path, .length = old->second.length, .checksum = old->second.checksum};
}

Result<std::vector<std::string>> Transaction::State::enrichment_texts() const {
    if (enrichment)
        return *enrichment;
    return parent ? load_enrichment(store->folder, *parent) : std::vector<std::string>();
}

Result<Manifest> Transaction::State::assemble(const TextCommit& commit, const PublishInfo& info) {
    PartWriter parts(store->folder, parent ? &*parent : nullptr, store->options.disk);
    if (auto added = parts.add(library); !added)
        return tl::unexpected(added.error());
    if (auto added = parts.add(catalog); !added)
        return tl::unexpected(added.error());
    const auto remembered = enrichment_texts();
    if (!remembered)
        return tl::unexpected(remembered.error());
    if (auto added = parts.add_enrichment(*remembered); !added)
        return tl::unexpected(added.error());
    Manifest manifest{.number = 0, // given when it is published
                      .parent = parent ? parent->number : 0,
                      .published = to_utc_text(store->now()),
                      .publications = catalog.publication_count(),
                      .added = info.added,
                      .replaced = info.replaced,
                      .removed = info.removed,
                      .rejected = info.rejected,
                      .analysis = analysis_fingerprint(library),
                      .reading = library.reading_fingerprint(),
                      .epoch = epoch,
                      .commit = commit.name,
                      .files = parts.records(),
                      .image = 0, // made when all of this is there
                      .images = {}};
    for (const std::string& name : commit.files) {
        auto record = lucene_record(name);
        if (!record)
            return tl::unexpected(record.error());
        manifest.files.push_back(std::move(*record));
    }
    return manifest;
}

Result<void>
Transaction::State::check_still_parent(const std::optional<CurrentMark>& current) const {
    const std::uint64_t number = current ? current->number : 0;
    if (number == (parent ? parent->number : 0))
        return {};
    return failure(
        ErrorKind::Conflict,
        fmt::format("nothing was published: the library was rolled back to generation {} "
                    "meanwhile",
                    number));
}

Result<Manifest> Transaction::State::make_current(Manifest manifest) {
    const IndexFolder& folder = store->folder;
    const auto ledger_lock = folder.lock_ledger();
    if (!ledger_lock)
        return tl::unexpected(ledger_lock.error());
    if (auto checked = store->check_not_held(); !checked)
        return tl::unexpected(checked.error());
    const auto ledger = read_ledger(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto current = read_current(folder);
    if (!current)
        return tl::unexpected(current.error());
    if (auto checked = check_still_parent(*current); !checked)
        return tl::unexpected(checked.error());
    const std::uint64_t highest = store->manifests.empty() ? 0 : store->manifests.rbegin()->first;
    manifest.number =
        std::max({ledger->last_number, last_published(*ledger, *current), highest}) + 1;
    const std::string json = manifest_to_json(manifest);
    if (auto written = write_durably(store->options.disk, folder.manifest(manifest.number), json);
        !written)
        return tl::unexpected(written.error());
    const CurrentMark mark{.number = manifest.number, .manifest = praxis::fingerprint_of(json)};
    if (auto written = write_current(folder, mark, store->options.disk); !written)
        return tl::unexpected(written.error());
    store->manifests.emplace(manifest.number,
                             ReadManifest{.manifest = manifest, .fingerprint = mark.manifest});
    return manifest;
}

Result<Manifest> Transaction::State::publish(const PublishInfo& info) {
    const auto commit = writer->commit();
    if (!commit)
        return tl::unexpected(commit.error());
    writer.reset();
    auto manifest = assemble(*commit, info);
    if (!manifest)
        return manifest;
    const Manifest* const former = parent ? &*parent : nullptr;
    if (auto added =
            add_images(store->folder, *manifest, former, library, changed, store->options.disk);
        !added)
        return tl::unexpected(added.error());
    if (auto checked = check_before_publishing(store->folder, *manifest, former, library); !checked)
        return tl::unexpected(checked.error());
    auto published = make_current(std::move(*manifest));
    if (published)
        *store->options.kept = {store->manifests.at(published->number).fingerprint,
                                std::move(catalog)};
    return published;
}

Transaction::Transaction(std::unique_ptr<State> state) : state_(std::move(state)) {}

Transaction::Transaction(Transaction&&) noexcept = default;
Transaction& Transaction::operator=(Transaction&&) noexcept = default;

Transaction::~Transaction() {
    if (state_ == nullptr || !state_->writer)
        return;
    state_->writer.reset();
    sweep(state_->store->folder, state_->store->manifests);
}

const std::optional<Manifest>& Transaction::parent() const {
    return state_->parent;
}

bool Transaction::starts_empty() const {
    return state_->starts_empty;
}

Catalog& Transaction::catalog() {
    return state_->catalog;
}

Result<std::vector<std::string>> Transaction::enrichment() const {
    return state_->enrichment_texts();
}

void Transaction::set_enrichment(std::vector<std::string> texts) {
    state_->enrichment = std::move(texts);
}

Result<std::shared_ptr<const TextIndexReader>> Transaction::parent_text() const {
    expects(state_->parent.has_value(), "the texts of a parent are asked for where there is one");
    return TextIndexReader::open(state_->store->folder.text(state_->parent->epoch),
                                 state_->parent->commit);
}

Result<void> Transaction::replace(const Entry& entry) {
    expects(state_->writer.has_value(), "a transaction that was published takes nothing more");
    if (state_->starts_empty && state_->is_given_first(entry.publication.id))
        return state_->writer->add(entry);
    state_->note_change(entry.publication.id);
    return state_->writer->replace(entry);
}

Result<void> Transaction::remove(std::string_view id) {
    expects(state_->writer.has_value(), "a transaction that was published takes nothing more");
    state_->note_change(id);
    return state_->writer->remove(id);
}

Result<Manifest> Transaction::publish(const PublishInfo& info) {
    expects(state_->writer.has_value(), "a transaction is published once");
    auto published = state_->publish(info);
    state_->writer.reset();
    if (!published)
        sweep(state_->store->folder, state_->store->manifests);
    return published;
}

} // namespace praxis::index
