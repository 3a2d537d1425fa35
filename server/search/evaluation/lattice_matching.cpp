// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/lattice_matching.h"

#include "server/search/evaluation/compounds.h"
#include "server/search/evaluation/phrase_matching.h"
#include "server/search/sets/set_operations.h"

#include <algorithm>

// First the documents that have all the words of some way through the lattice, as sets; then the
// positions in these. A phrase whose every word is one list is matched by phrase_matching.h,
// except in the documents where one of its words may stand for a compound; there, and for every
// other lattice, the spans of all edges are gathered and followed (lattice.h).

namespace praxis::search {

namespace {

// One edge's words in the texts of a layer.
class EdgeTexts {
public:
    EdgeTexts(const LatticeEdge& edge, bool ends, const TextScope& scope, const Layer& layer)
        : layer_(layer), lists_(lists_of_edge(edge, scope, layer)) {
        if (!ends)
            return;
        for (const FormList& list : lists_of_forms(edge.forms, scope, layer))
            if (layer.image().may_be_joined(list.form))
                if (Compound compound(list.form, scope, layer); compound.is_possible())
                    compounds_.push_back({list, std::move(compound)});
        if (compounds_.empty())
            return;
        // Which of its forms stands at a place must be known where one may be a compound.
        by_form_ = lists_of_forms(edge.forms, scope, layer);
    }

    DocumentSet documents(const TextScope& scope, const Deadline& deadline) const {
        return documents_of(lists_, scope.fields, layer_, deadline);
    }

    // The list of all its words, if it is one that counts in all fields.
    const index::PostingList* only_list() const {
        return lists_.size() == 1 && lists_.front().fields == layer_.text_fields().all()
                   ? &lists_.front().list
                   : nullptr;
    }

    // Where one of its words may stand for a compound.
    DocumentSet compound_documents() const {
        std::vector<DocumentSet> sets;
        for (const auto& [list, compound] : compounds_)
            sets.push_back(intersection(DocumentSet::of_list(list.list, layer_.document_count()),
                                        compound.documents()));
        return union_of(sets, layer_.document_count());
    }

    std::span<const Span> spans(std::uint32_t document) {
        spans_.clear();
        if (cursors_.empty())
            open();
        for (Source& source : cursors_)
            if (source.cursor.seek(document))
                add_spans(source, document);
        std::sort(spans_.begin(), spans_.end());
        spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
        return spans_;
    }

private:
    struct PossibleCompound {
        FormList list;
        Compound compound;
    };

    struct Source {
        PostingCursor cursor;
        FieldBits fields = 0;
        Compound* compound = nullptr;
    };

    void open() {
        for (const FormList& list : by_form_.empty() ? lists_ : by_form_) {
            Source source{PostingCursor(list.list), list.fields, nullptr};
            for (PossibleCompound& possible : compounds_)
                if (possible.list.form == list.form)
                    source.compound = &possible.compound;
            cursors_.push_back(source);
        }
    }

    void add_spans(Source& source, std::uint32_t document) {
        FieldWalk walk(layer_.image().field_starts(document));
        const bool everywhere = (source.cursor.fields() & ~source.fields) == 0;
        const index::Positions positions = source.cursor.positions();
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const std::uint32_t begin = positions[i];
            if (!everywhere && (source.fields & field_bit(walk.field_of(begin))) == 0)
                continue;
            if (source.compound != nullptr)
                source.compound->add_spans(document, begin, spans_);
            else
                spans_.push_back({begin, begin + 1});
        }
    }

    const Layer& layer_;
    std::vector<FormList> lists_;
    std::vector<FormList> by_form_;
    std::vector<PossibleCompound> compounds_;
    std::vector<Source> cursors_;
    std::vector<Span> spans_;
};

class LatticeMatching {
public:
    LatticeMatching(const Lattice& lattice,
                    const TextScope& scope,
                    const Layer& layer,
                    const Deadline& deadline)
        : lattice_(lattice), scope_(scope), layer_(layer), deadline_(deadline),
          spans_(lattice.edges.size()) {
        for (const LatticeEdge& edge : lattice.edges)
            edges_.emplace_back(edge, lattice.needs_ends(edge), scope, layer);
    }

    std::vector<LatticeMatch> match() {
        const DocumentSet candidates = documents_with_words();
        std::vector<LatticeMatch> matches;
        if (candidates.empty())
            return matches;
        const DocumentSet plain = documents_without_ways(candidates);
        match_phrase(plain, matches);
        const auto middle = static_cast<std::ptrdiff_t>(matches.size());
        match_ways(difference(candidates, plain), matches);
        std::inplace_merge(matches.begin(),
                           matches.begin() + middle,
                           matches.end(),
                           [](const LatticeMatch& left, const LatticeMatch& right) {
                               return left.document < right.document;
                           });
        return matches;
    }

private:
    // The documents in which some path through the lattice has all its words.
    DocumentSet documents_with_words() const {
        const std::uint32_t limit = layer_.document_count();
        if (lattice_.is_chain()) {
            std::vector<DocumentSet> sets;
            for (const EdgeTexts& edge : edges_)
                sets.push_back(edge.documents(scope_, deadline_));
            return intersection(std::move(sets));
        }
        std::vector<DocumentSet> reached(lattice_.last + 1, DocumentSet::none(limit));
        reached[0] = DocumentSet::all(limit);
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            const LatticeEdge& edge = lattice_.edges[e];
            reached[edge.to] =
                union_of({reached[edge.to],
                          intersection(reached[edge.from], edges_[e].documents(scope_, deadline_))},
                         limit);
        }
        return reached.back();
    }

    // Those of the candidates in which the words' positions alone decide.
    DocumentSet documents_without_ways(const DocumentSet& candidates) const {
        DocumentSet plain = DocumentSet::none(candidates.limit());
        if (!lattice_.is_chain() || lattice_.window)
            return plain;
        for (const EdgeTexts& edge : edges_)
            if (edge.only_list() == nullptr)
                return plain;
        plain = candidates;
        for (const EdgeTexts& edge : edges_)
            plain = difference(plain, edge.compound_documents());
        return plain;
    }

    void match_phrase(const DocumentSet& documents, std::vector<LatticeMatch>& matches) {
        if (documents.empty())
            return;
        PhraseMatcher phrase(lists());
        std::vector<std::uint32_t> batch;
        bool late = false;
        const auto match_batch = [&] {
            late = deadline_.passed();
            phrase.locate(batch);
            for (std::size_t i = 0; i < batch.size() && !late; ++i)
                add(batch[i], phrase.begins(i), matches);
            batch.clear();
        };
        documents.for_each([&](std::uint32_t document) {
            batch.push_back(document);
            if (batch.size() == PhraseMatcher::batch)
                match_batch();
        });
        match_batch();
    }

    void match_ways(const DocumentSet& documents, std::vector<LatticeMatch>& matches) {
        std::uint32_t asked = 0;
        documents.for_each([&](std::uint32_t document) {
            if (asked++ % 64 != 0 || !deadline_.passed())
                add(document, ways(document), matches);
        });
    }

    std::vector<index::PostingList> lists() const {
        std::vector<index::PostingList> lists;
        for (const EdgeTexts& edge : edges_)
            lists.push_back(*edge.only_list());
        return lists;
    }

    const std::vector<std::uint32_t>& ways(std::uint32_t document) {
        for (std::size_t e = 0; e < edges_.size(); ++e)
            spans_[e] = edges_[e].spans(document);
        begins_.clear();
        for (const Span& match : match_lattice(lattice_, spans_))
            begins_.push_back(match.begin);
        return begins_;
    }

    void add(std::uint32_t document,
             const std::vector<std::uint32_t>& begins,
             std::vector<LatticeMatch>& matches) const {
        if (begins.empty())
            return;
        LatticeMatch match{document, 0, 0};
        FieldWalk walk(layer_.image().field_starts(document));
        for (const std::uint32_t begin : begins) {
            const std::uint32_t field = walk.field_of(begin);
            match.frequency =
                TextFields::frequency(match.frequency + layer_.text_fields().units(field));
            match.fields |= field_bit(field);
        }
        matches.push_back(match);
    }

    const Lattice& lattice_;
    const TextScope& scope_;
    const Layer& layer_;
    const Deadline& deadline_;
    std::vector<EdgeTexts> edges_;
    EdgeSpans spans_;
    std::vector<std::uint32_t> begins_;
};

} // namespace

std::vector<LatticeMatch> match_in_texts(const Lattice& lattice,
                                         const TextScope& scope,
                                         const Layer& layer,
                                         const Deadline& deadline) {
    return LatticeMatching(lattice, scope, layer, deadline).match();
}

} // namespace praxis::search
