// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Lucene++'s reader is safe for many threads as long as it is not closed under them: this object
// holds it by one reference count, gives it back in the destructor and never calls close(), so the
// last user ends it. Terms, postings and stored fields are read through objects of one call each.
//
// Deleted documents: Lucene++ keeps their terms and frequencies until a merge. Postings skip them
// by themselves; a term that stands in deleted documents only is found out by looking for a live
// one.

#include "index/text_index_reader.h"

#include "schemas/publication_json.h"
#include "index/compression.h"
#include "index/lucene/door_lucene.h"
#include "index/lucene/durable_directory_lucene.h"
#include "index/lucene/kept_commits_lucene.h"
#include "index/lucene/text_fields_lucene.h"

#include <lucene++/Document.h>
#include <lucene++/IndexReader.h>
#include <lucene++/Term.h>
#include <lucene++/TermDocs.h>
#include <lucene++/TermEnum.h>
#include <lucene++/TermPositions.h>

#include <map>
#include <mutex>

namespace praxis::index {

namespace {

using Lucene::newLucene;

constexpr std::uint64_t max_publication_bytes = 64ULL * 1024 * 1024;

// A part of the index that Lucene++ reads by itself; `base` is its first document's number.
struct Segment {
    Lucene::IndexReaderPtr reader;
    std::uint32_t base = 0;
    std::uint32_t limit = 0;

    // The number in the commit of one of its documents; postings may be damaged.
    std::uint32_t number_of(int32_t document) const {
        if (document < 0 || static_cast<std::uint32_t>(document) >= limit)
            throw Error(ErrorKind::Corrupt, "the index has a posting of no publication");
        return base + static_cast<std::uint32_t>(document);
    }
};

void collect_segments(const Lucene::IndexReaderPtr& reader,
                      std::uint32_t base,
                      std::vector<Segment>& segments) {
    auto parts = reader->getSequentialSubReaders();
    if (!parts) {
        segments.push_back({reader, base, static_cast<std::uint32_t>(reader->maxDoc())});
        return;
    }
    for (const Lucene::IndexReaderPtr& part : parts) {
        collect_segments(part, base, segments);
        base += static_cast<std::uint32_t>(part->maxDoc());
    }
}

Lucene::TermPtr term_of(const Lucene::String& field, std::string_view text) {
    return newLucene<Lucene::Term>(field, to_wide(text));
}

bool has_prefix(const Lucene::String& text, const Lucene::String& prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

// The terms of one field in one segment, as they come; `term` is null at the end.
class FieldCursor {
public:
    FieldCursor(const Segment& segment, const Lucene::String& field)
        : segment_(segment), field_(field),
          terms_(segment.reader->terms(newLucene<Lucene::Term>(field, L""))),
          at_(segment.reader->termPositions()) {
        take();
    }

    const Lucene::TermPtr& term() const { return term_; }

    void next() {
        terms_->next();
        take();
    }

    // Visits the term's postings; tells the term itself before the first, if nobody has.
    void visit(PostingVisitor& visitor, bool& told) {
        at_->seek(terms_);
        while (at_->next()) {
            if (!told)
                visitor.term(to_utf8(term_->text()));
            told = true;
            positions_.clear();
            for (int32_t left = at_->freq(); left > 0; --left)
                positions_.push_back(static_cast<std::uint32_t>(at_->nextPosition()));
            visitor.posting(segment_.number_of(at_->doc()), positions_);
        }
    }

private:
    void take() {
        term_ = terms_->term();
        if (term_ && term_->field() != field_)
            term_.reset();
    }

    Segment segment_;
    Lucene::String field_;
    Lucene::TermEnumPtr terms_;
    Lucene::TermPositionsPtr at_;
    Lucene::TermPtr term_;
    std::vector<std::uint32_t> positions_;
};

// The smallest term that any of them stands on, or null.
Lucene::TermPtr smallest_term(const std::vector<FieldCursor>& cursors) {
    Lucene::TermPtr smallest;
    for (const FieldCursor& cursor : cursors)
        if (cursor.term() && (!smallest || cursor.term()->text() < smallest->text()))
            smallest = cursor.term();
    return smallest;
}

class LuceneTextIndex : public TextIndexReader {
public:
    explicit LuceneTextIndex(Lucene::IndexReaderPtr reader) : reader_(std::move(reader)) {
        collect_segments(reader_, 0, segments_);
        limit_ = static_cast<std::uint32_t>(reader_->maxDoc());
        count_ = static_cast<std::uint32_t>(reader_->numDocs());
    }

    LuceneTextIndex(const LuceneTextIndex&) = delete;
    LuceneTextIndex& operator=(const LuceneTextIndex&) = delete;
    ~LuceneTextIndex() override;

    std::uint32_t document_limit() const override { return limit_; }

    std::uint32_t publication_count() const override { return count_; }

    bool is_live(std::uint32_t document) const override;
    void visit_terms(std::string_view field,
                     std::string_view prefix,
                     const std::function<bool(std::string_view term)>& visit) const override;
    std::vector<Posting> postings(std::string_view field, std::string_view term) const override;
    void visit_postings(std::string_view field, PostingVisitor& visitor) const override;
    const std::vector<std::uint32_t>& lengths(std::string_view field) const override;
    schemas::Publication publication(std::uint32_t document) const override;
    std::optional<std::uint32_t> document_of(std::string_view id) const override;

private:
    bool has_live_document(const Lucene::TermPtr& term) const;
    std::vector<std::uint32_t> read_lengths(std::string_view field) const;

    Lucene::IndexReaderPtr reader_;
    std::vector<Segment> segments_;
    std::uint32_t limit_ = 0;
    std::uint32_t count_ = 0;
    mutable std::mutex mutex_; // guards lengths_; its values stay where they are
    mutable std::map<std::string, std::vector<std::uint32_t>, std::less<>> lengths_;
};

LuceneTextIndex::~LuceneTextIndex() {
    try {
        reader_->decRef();
    } catch (const std::exception&) {
        // A read-only reader has nothing to lose.
    }
}

bool LuceneTextIndex::is_live(std::uint32_t document) const {
    return document < limit_ && !reader_->isDeleted(static_cast<int32_t>(document));
}

bool LuceneTextIndex::has_live_document(const Lucene::TermPtr& term) const {
    for (const Segment& segment : segments_)
        if (segment.reader->termDocs(term)->next())
            return true;
    return false;
}

void LuceneTextIndex::visit_terms(std::string_view field,
                                  std::string_view prefix,
                                  const std::function<bool(std::string_view term)>& visit) const {
    const Lucene::String field_name = text_field(field);
    const Lucene::String start = to_wide(prefix);
    const bool may_be_dead = count_ < limit_;
    with_lucene_errors("read the terms", [&] {
        const auto terms = reader_->terms(newLucene<Lucene::Term>(field_name, start));
        do {
            const auto term = terms->term();
            if (!term || term->field() != field_name || !has_prefix(term->text(), start))
                return;
            if (may_be_dead && !has_live_document(term))
                continue;
            if (!visit(to_utf8(term->text())))
                return;
        } while (terms->next());
    });
}

std::vector<Posting> LuceneTextIndex::postings(std::string_view field,
                                               std::string_view term) const {
    std::vector<Posting> found;
    with_lucene_errors("read postings", [&] {
        const auto wanted = term_of(text_field(field), term);
        for (const Segment& segment : segments_) {
            const auto at = segment.reader->termPositions(wanted);
            while (at->next()) {
                Posting posting{.document = segment.number_of(at->doc()), .positions = {}};
                for (int32_t left = at->freq(); left > 0; --left)
                    posting.positions.push_back(static_cast<std::uint32_t>(at->nextPosition()));
                found.push_back(std::move(posting));
            }
        }
    });
    return found;
}

void LuceneTextIndex::visit_postings(std::string_view field, PostingVisitor& visitor) const {
    const Lucene::String field_name = text_field(field);
    with_lucene_errors("read all postings", [&] {
        std::vector<FieldCursor> cursors;
        for (const Segment& segment : segments_)
            cursors.emplace_back(segment, field_name);
        while (const Lucene::TermPtr term = smallest_term(cursors)) {
            bool told = false;
            for (FieldCursor& cursor : cursors)
                if (cursor.term() && cursor.term()->text() == term->text()) {
                    cursor.visit(visitor, told);
                    cursor.next();
                }
        }
    });
}

std::vector<std::uint32_t> LuceneTextIndex::read_lengths(std::string_view field) const {
    std::vector<std::uint32_t> lengths(limit_, 0);
    const auto wanted = term_of(lengths_field, field);
    for (const Segment& segment : segments_) {
        const auto at = segment.reader->termPositions(wanted);
        while (at->next())
            lengths[segment.number_of(at->doc())] = static_cast<std::uint32_t>(at->nextPosition());
    }
    return lengths;
}

const std::vector<std::uint32_t>& LuceneTextIndex::lengths(std::string_view field) const {
    const std::lock_guard lock(mutex_);
    auto known = lengths_.find(field);
    if (known == lengths_.end())
        known = lengths_
                    .emplace(
                        field,
                        with_lucene_errors("read the lengths", [&] { return read_lengths(field); }))
                    .first;
    return known->second;
}

schemas::Publication LuceneTextIndex::publication(std::uint32_t document) const {
    const std::string frame = with_lucene_errors("read a stored publication", [&] {
        const auto stored = reader_->document(static_cast<int32_t>(document));
        const auto bytes = stored->getBinaryValue(publication_field);
        if (!bytes)
            throw Error(ErrorKind::Corrupt, "a stored publication is missing in the index");
        return std::string(reinterpret_cast<const char*>(bytes.get()),
                           static_cast<std::size_t>(bytes.size()));
    });
    const auto json = decompress(frame, max_publication_bytes);
    if (!json)
        throw json.error();
    auto publication = schemas::publication_from_json(*json);
    if (!publication)
        throw publication.error();
    return std::move(*publication);
}

std::optional<std::uint32_t> LuceneTextIndex::document_of(std::string_view id) const {
    return with_lucene_errors("look up an id", [&]() -> std::optional<std::uint32_t> {
        const auto wanted = term_of(id_field, id);
        for (const Segment& segment : segments_) {
            const auto at = segment.reader->termDocs(wanted);
            if (at->next())
                return segment.number_of(at->doc());
        }
        return std::nullopt;
    });
}

} // namespace

Result<std::shared_ptr<const TextIndexReader>>
TextIndexReader::open(const std::filesystem::path& folder, const std::string& commit) {
    warm_lucene();
    try {
        return with_lucene_errors(fmt::format("open {}", (folder / commit).string()), [&] {
            const auto directory = newLucene<DurableDirectory>(folder, DiskOptions{});
            const auto reader = Lucene::IndexReader::open(commit_named(commit, directory), true);
            return std::shared_ptr<const TextIndexReader>(
                std::make_shared<LuceneTextIndex>(reader));
        });
    } catch (const Error& error) {
        return tl::unexpected(error);
    }
}

} // namespace praxis::index
