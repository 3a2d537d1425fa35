// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/lucene/text_index_writer.h"

#include "base/expects.h"
#include "index/lucene/document_form_lucene.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/durable_directory_lucene.h"
#include "index/lucene/kept_commits_lucene.h"
#include "index/lucene/text_fields_lucene.h"

#include <lucene++/IndexWriter.h>
#include <lucene++/KeywordAnalyzer.h>
#include <lucene++/SerialMergeScheduler.h>
#include <lucene++/Term.h>

#include <algorithm>
#include <mutex>

namespace praxis::index {

namespace {

using Lucene::newLucene;

constexpr double memory_megabytes = 64;
constexpr std::size_t max_term_bytes = 16'383; // longer ones Lucene++ skips without a word

// What Lucene++ would refuse half-way must not reach it.
void check(const Entry& entry) {
    expects(!entry.publication.id.empty(), "an entry has an id");
    for (const IndexedField& field : entry.fields) {
        std::uint32_t last = 0;
        for (const IndexedToken& token : field.tokens) {
            expects(token.position >= last, "positions of tokens ascend");
            expects(token.text.size() <= max_term_bytes, "a token is at most 16,383 bytes long");
            last = token.position;
        }
    }
}

Lucene::TermPtr id_term(std::string_view id) {
    return newLucene<Lucene::Term>(id_field, to_wide(id));
}

} // namespace

struct TextIndexWriter::State {
    DurableDirectoryPtr directory;
    KeptCommitsPtr kept;
    Lucene::IndexWriterPtr writer;
    DocumentForms forms;

    std::mutex mutex; // guards the two below
    std::optional<Error> failed;
    bool lost = false;

    void open(const Start& start);
    Result<void> attempt(std::string_view what, const std::function<void()>& work);
    void index(const Entry& entry, const std::function<void(const Lucene::DocumentPtr&)>& write);
    [[noreturn]] void lose(std::string_view what, std::string_view why);
    Result<void> fail(std::string_view what, std::string_view why);
    Result<void> may_go_on();
    bool abandon();
};

void TextIndexWriter::State::open(const Start& start) {
    const auto analyzer = newLucene<Lucene::KeywordAnalyzer>(); // never asked: all is replayed
    const int32_t unlimited = Lucene::IndexWriter::MaxFieldLengthUNLIMITED;
    if (start.commit)
        writer = newLucene<Lucene::IndexWriter>(
            directory, analyzer, kept, unlimited, commit_named(*start.commit, directory));
    else
        writer = newLucene<Lucene::IndexWriter>(directory, analyzer, true, kept, unlimited);
    writer->setMergeScheduler(newLucene<Lucene::SerialMergeScheduler>());
    writer->setRAMBufferSizeMB(memory_megabytes);
}

void TextIndexWriter::State::lose(std::string_view what, std::string_view why) {
    {
        const std::lock_guard lock(mutex);
        lost = true;
    }
    throw WriterLost(fmt::format(
        "cannot {}: {}; the index writer cannot go on, start the program again (the published "
        "library is untouched)",
        what,
        why));
}

// The disk's own first error is the cause; what Lucene++ made of it is often less.
Result<void> TextIndexWriter::State::fail(std::string_view what, std::string_view why) {
    const std::optional<Error> disk = directory->failure();
    const std::lock_guard lock(mutex);
    if (!failed)
        failed = disk ? *disk : Error(ErrorKind::Corrupt, fmt::format("cannot {}: {}", what, why));
    return tl::unexpected(*failed);
}

Result<void> TextIndexWriter::State::may_go_on() {
    const std::lock_guard lock(mutex);
    expects(!lost, "nothing is asked of a writer that was lost");
    if (failed)
        return tl::unexpected(*failed);
    return {};
}

Result<void> TextIndexWriter::State::attempt(std::string_view what,
                                             const std::function<void()>& work) {
    if (auto checked = may_go_on(); !checked)
        return checked;
    try {
        work();
    } catch (const Lucene::LuceneException& error) {
        if (error.getType() == Lucene::LuceneException::OutOfMemory)
            lose(what, "out of memory");
        return fail(what, to_utf8(error.getError()));
    } catch (const std::exception& error) {
        lose(what, error.what());
    }
    if (directory->failure())
        return fail(what, "a failure that Lucene++ did not report");
    return {};
}

void TextIndexWriter::State::index(const Entry& entry,
                                   const std::function<void(const Lucene::DocumentPtr&)>& write) {
    auto form = forms.take();
    write(form->fill(entry));
    forms.give_back(std::move(form));
}

// False, when Lucene++'s writer must not be touched.
bool TextIndexWriter::State::abandon() {
    {
        const std::lock_guard lock(mutex);
        if (lost)
            return false;
    }
    try {
        if (writer)
            writer->rollback();
    } catch (const std::exception&) {
        // What it leaves on the disk belongs to no manifest and is swept.
    }
    return true;
}

TextIndexWriter::TextIndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}

TextIndexWriter::TextIndexWriter(TextIndexWriter&&) noexcept = default;
TextIndexWriter& TextIndexWriter::operator=(TextIndexWriter&&) noexcept = default;

TextIndexWriter::~TextIndexWriter() {
    if (state_ != nullptr && !state_->abandon())
        static_cast<void>(state_.release()); // touching Lucene++'s writer again would hang
}

Result<TextIndexWriter> TextIndexWriter::open(const Start& start, const DiskOptions& options) {
    warm_lucene();
    auto state = std::make_unique<State>();
    state->directory = newLucene<DurableDirectory>(start.folder, options);
    state->kept = newLucene<KeptCommits>(start.kept);
    auto opened = state->attempt("open the index for writing", [&] { state->open(start); });
    if (!opened)
        return tl::unexpected(opened.error());
    return TextIndexWriter(std::move(state));
}

Result<void> TextIndexWriter::add(const Entry& entry) {
    check(entry);
    return state_->attempt(fmt::format("index {}", entry.publication.id), [&] {
        state_->index(entry, [&](const Lucene::DocumentPtr& document) {
            state_->writer->addDocument(document);
        });
    });
}

Result<void> TextIndexWriter::replace(const Entry& entry) {
    check(entry);
    return state_->attempt(fmt::format("index {}", entry.publication.id), [&] {
        state_->index(entry, [&](const Lucene::DocumentPtr& document) {
            state_->writer->updateDocument(id_term(entry.publication.id), document);
        });
    });
}

Result<void> TextIndexWriter::remove(std::string_view id) {
    return state_->attempt(fmt::format("remove {}", id),
                           [&] { state_->writer->deleteDocuments(id_term(id)); });
}

Result<TextCommit> TextIndexWriter::commit() {
    auto committed = state_->attempt("commit the index", [&] { state_->writer->commit(); });
    if (!committed)
        return tl::unexpected(committed.error());
    expects(!state_->kept->newest().name.empty(), "a commit tells its name");
    return state_->kept->newest();
}

} // namespace praxis::index
