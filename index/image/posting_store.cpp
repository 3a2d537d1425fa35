// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/posting_store.h"

#include <algorithm>

namespace praxis::index {

namespace {

// Seven bits a byte, the lowest first; the last byte has the high bit clear.
void put(std::string& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7U)
        out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
    out.push_back(static_cast<char>(value));
}

} // namespace

class PostingStore::Recorder final : public PostingVisitor {
public:
    Recorder(PostingStore& store, std::uint32_t field)
        : store_(store), field_(field), terms_(store.fields_[field]) {}

    void term(std::string_view text) override {
        terms_.texts.append(text);
        terms_.ends.push_back(terms_.texts.size());
        terms_.runs.push_back({.begin = store_.file_.size(), .postings = 0, .occurrences = 0});
        last_ = 0;
    }

    void posting(std::uint32_t document, std::span<const std::uint32_t> positions) override {
        bytes_.clear();
        put(bytes_, document - last_);
        put(bytes_, static_cast<std::uint32_t>(positions.size()));
        std::uint32_t before = 0;
        for (const std::uint32_t position : positions) {
            put(bytes_, position - before);
            before = position;
        }
        store_.file_.append(bytes_);
        last_ = document;
        ++terms_.runs.back().postings;
        terms_.runs.back().occurrences += static_cast<std::uint32_t>(positions.size());
        std::uint32_t& extent =
            store_.extents_[std::size_t{document} * store_.fields_.size() + field_];
        extent = std::max(extent, before + 1);
    }

private:
    PostingStore& store_;
    std::uint32_t field_;
    FieldTerms& terms_;
    std::uint32_t last_ = 0;
    std::string bytes_;
};

PostingStore::PostingStore(const std::filesystem::path& folder,
                           std::size_t fields,
                           std::uint32_t limit)
    : file_(folder), fields_(fields), extents_(fields * limit) {}

void PostingStore::read(const TextIndexReader& text, std::string_view name, std::uint32_t field) {
    Recorder recorder(*this, field);
    text.visit_postings(name, recorder);
}

std::uint32_t PostingStore::term_count(std::size_t field) const {
    return static_cast<std::uint32_t>(fields_[field].runs.size());
}

std::string_view PostingStore::term(std::size_t field, std::uint32_t number) const {
    const FieldTerms& terms = fields_[field];
    const std::uint64_t begin = number == 0 ? 0 : terms.ends[number - 1];
    return std::string_view(terms.texts).substr(begin, terms.ends[number] - begin);
}

const PostingRun& PostingStore::run(std::size_t field, std::uint32_t number) const {
    return fields_[field].runs[number];
}

} // namespace praxis::index
