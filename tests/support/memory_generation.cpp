// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/memory_generation.h"

#include "analyzers/analyzer_set.h"
#include "index/entry.h"
#include "index/image/image_builder.h"

#include <utility>

namespace praxis::tests {

namespace {

class MemoryTextIndex final : public index::TextIndexReader {
public:
    MemoryTextIndex(const schemas::Library& library,
                    const std::vector<schemas::Publication>& publications,
                    std::set<std::uint32_t> deleted)
        : deleted_(std::move(deleted)) {
        const analyzers::AnalyzerSet analyzers(library);
        for (const schemas::Field& field : library.fields)
            lengths_[field.name].assign(publications.size(), 0);
        for (const schemas::Publication& publication : publications)
            add(index::make_entry(publication, library, analyzers));
    }

    std::uint32_t document_limit() const override {
        return static_cast<std::uint32_t>(publications_.size());
    }

    std::uint32_t publication_count() const override {
        return document_limit() - static_cast<std::uint32_t>(deleted_.size());
    }

    bool is_live(std::uint32_t document) const override {
        return document < document_limit() && !deleted_.contains(document);
    }

    void visit_terms(std::string_view field,
                     std::string_view prefix,
                     const std::function<bool(std::string_view term)>& visit) const override {
        const auto terms = postings_.find(field);
        if (terms == postings_.end())
            return;
        for (auto term = terms->second.lower_bound(prefix);
             term != terms->second.end() && term->first.starts_with(prefix);
             ++term)
            if (!visit(term->first))
                return;
    }

    std::vector<index::Posting> postings(std::string_view field,
                                         std::string_view term) const override {
        const auto terms = postings_.find(field);
        if (terms == postings_.end())
            return {};
        const auto found = terms->second.find(term);
        if (found == terms->second.end())
            return {};
        std::vector<index::Posting> live;
        for (const index::Posting& posting : found->second)
            if (is_live(posting.document))
                live.push_back(posting);
        return live;
    }

    const std::vector<std::uint32_t>& lengths(std::string_view field) const override {
        return lengths_.find(field)->second;
    }

    schemas::Publication publication(std::uint32_t document) const override {
        return publications_[document];
    }

    std::optional<std::uint32_t> document_of(std::string_view id) const override {
        for (std::uint32_t document = 0; document < document_limit(); ++document)
            if (is_live(document) && publications_[document].id == id)
                return document;
        return std::nullopt;
    }

private:
    using Terms = std::map<std::string, std::vector<index::Posting>, std::less<>>;

    void add(index::Entry entry) {
        const std::uint32_t document = document_limit();
        for (const index::IndexedField& field : entry.fields) {
            lengths_[field.name][document] = field.length;
            for (const index::IndexedToken& token : field.tokens) {
                std::vector<index::Posting>& postings = postings_[field.name][token.text];
                if (postings.empty() || postings.back().document != document)
                    postings.push_back({document, {}});
                postings.back().positions.push_back(token.position);
            }
        }
        publications_.push_back(std::move(entry.publication));
    }

    std::set<std::uint32_t> deleted_;
    std::vector<schemas::Publication> publications_;
    std::map<std::string, Terms, std::less<>> postings_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> lengths_;
};

class MemoryGeneration final : public index::Generation {
public:
    explicit MemoryGeneration(MemoryGenerationParts parts)
        : text_(parts.library, parts.publications, parts.deleted), parts_(std::move(parts)) {
        manifest_.number = parts_.number;
        manifest_.published = "2026-11-22T09:00:00Z";
        manifest_.publications = text_.publication_count();
        if (!parts_.base.empty())
            make_images();
    }

    const index::Manifest& manifest() const override { return manifest_; }

    const schemas::Library& library() const override { return parts_.library; }

    const index::TextIndexReader& text() const override { return text_; }

    index::Images images() const override { return images_; }

    const std::map<std::string, std::string, std::less<>>& aliases() const override {
        return parts_.aliases;
    }

    const std::map<std::string, index::Tombstone, std::less<>>& tombstones() const override {
        return parts_.tombstones;
    }

private:
    // What is in one of the two, or differs.
    std::set<std::string> changed() const {
        std::map<std::string, const schemas::Publication*> former;
        std::set<std::string> changed;
        for (const schemas::Publication& publication : parts_.base) {
            former[publication.id] = &publication;
            changed.insert(publication.id);
        }
        for (std::uint32_t i = 0; i < parts_.publications.size(); ++i) {
            const schemas::Publication& publication = parts_.publications[i];
            if (!text_.is_live(i))
                continue;
            const auto known = former.find(publication.id);
            if (known != former.end() && *known->second == publication)
                changed.erase(publication.id);
            else
                changed.insert(publication.id);
        }
        return changed;
    }

    void make_images() {
        const MemoryTextIndex former(parts_.library, parts_.base, {});
        images_.push_back(index::temporary_image(former, parts_.library).value());
        const auto source = index::delta_source(text_, *images_.front(), changed()).value();
        images_.push_back(index::temporary_delta(text_, parts_.library, source).value());
    }

    MemoryTextIndex text_;
    MemoryGenerationParts parts_;
    index::Manifest manifest_;
    index::Images images_;
};

} // namespace

std::shared_ptr<const index::Generation> memory_generation(MemoryGenerationParts parts) {
    return std::make_shared<MemoryGeneration>(std::move(parts));
}

Result<std::shared_ptr<const index::Generation>>
MemoryGenerations::open(std::optional<std::uint64_t> number, const index::Generation*) const {
    const auto found = kept.find(number.value_or(current));
    if (found == kept.end())
        return failure(ErrorKind::NotFound, "there is no such generation");
    return found->second;
}

Result<std::uint64_t> MemoryGenerations::current_number() const {
    return current;
}

} // namespace praxis::tests
