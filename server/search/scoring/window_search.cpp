// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/scoring/window_search.h"

#include "server/search/scoring/term_cursor.h"
#include "server/search/sets/number_loops.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>

// How the best k of a large set are found without scoring the set.
//
// Which documents match is known beforehand (evaluation.h): here it is only a matter of who is
// best. Once k documents are found, the k-th score is a threshold, and everything below it can be
// passed over unread. What can be passed over is known from the blocks of the posting lists: each
// bounds the score of any of its postings (block maxima).
//
// The documents are taken in windows. A window in which the bounds of all terms together do not
// reach the threshold is skipped. In another one the terms are ordered by their bounds there. The
// smallest ones that together do not reach the threshold are not essential: a document that only
// they add to cannot be among the best (MaxScore). So only the essential terms' blocks are read,
// a block at a time and vectorised; a document for which the essential sum and the rest's bounds
// exceed the threshold is looked up in the rest, the largest bound first, until it falls short.
// With one essential term nothing is summed up: its blocks are skipped or filtered one by one.
// Where the set has few documents in the window, it is cheaper to look these up in all terms; a set
// of few documents is one window.
//
// Scores are summed up in whole numbers, scaled so that no sum overflows. Floating-point sums
// depend on their order, and the order depends on the threshold, hence on k: the first page and
// the second would disagree about who comes next.
//
// Sources: Turtle, Flood, "Query evaluation: strategies and optimizations", 1995 (MaxScore); Ding,
// Suel, "Faster top-k document retrieval using block-max indexes", 2011; the windows follow
// Lucene's MaxScoreBulkScorer.

namespace praxis::search {

namespace {

constexpr std::uint32_t window_size = 8192;
constexpr std::uint32_t least_window_size = 128; // as long as there is no threshold
constexpr std::uint32_t few_documents = 512;     // are looked up without a thought of windows
constexpr std::uint64_t postings_a_look_up = 5;  // that are scored in the time of one look-up

struct Candidate {
    std::uint32_t units = 0;
    std::uint32_t document = 0;

    // Whether it comes before the other.
    bool operator<(const Candidate& other) const {
        return units != other.units ? units > other.units : document < other.document;
    }
};

// The best so far; documents come in ascending order, so an equal one never displaces another.
class Best {
public:
    Best(std::size_t count, std::pmr::memory_resource* pool) : count_(count), heap_(pool) {
        heap_.reserve(count);
    }

    bool is_full() const { return heap_.size() >= count_; }

    // What a later document must exceed to be among them; only of a full one.
    std::uint32_t threshold() const { return heap_.front().units; }

    // Whether a later document with so many units would be among them.
    bool admits(std::uint32_t units) const { return !is_full() || units > heap_.front().units; }

    void offer(std::uint32_t document, std::uint32_t units) {
        if (!admits(units))
            return;
        if (is_full()) {
            std::pop_heap(heap_.begin(), heap_.end());
            heap_.back() = {units, document};
        } else
            heap_.push_back({units, document});
        std::push_heap(heap_.begin(), heap_.end());
    }

    std::span<const Candidate> sorted() {
        std::sort_heap(heap_.begin(), heap_.end());
        return heap_;
    }

private:
    std::size_t count_;
    std::pmr::vector<Candidate> heap_;
};

// Which of ascending documents are in a set.
class Members {
public:
    explicit Members(const DocumentSet& set) : set_(set) {}

    bool contain(std::uint32_t document) {
        if (set_.is_bitmap())
            return set_.contains(document);
        const std::span<const std::uint32_t> listed = set_.documents();
        while (next_ < listed.size() && listed[next_] < document)
            ++next_;
        return next_ < listed.size() && listed[next_] == document;
    }

private:
    const DocumentSet& set_;
    std::size_t next_ = 0;
};

class WindowSearch {
public:
    // `terms`: those of the set that are to be looked at.
    WindowSearch(const ScoredSet& set,
                 const std::vector<std::size_t>& terms,
                 double scale,
                 std::size_t count)
        : documents_(set.documents), members_(set.documents), best_(count, &pool_),
          first_window_size_(
              std::clamp(static_cast<std::uint32_t>(count), least_window_size, window_size)) {
        cursors_.reserve(terms.size());
        order_.reserve(terms.size());
        for (const std::size_t term : terms)
            order_.push_back(&cursors_.emplace_back(set.terms[term], set.table, scale));
        rest_.resize(order_.size() + 1);
    }

    std::span<const Candidate> run(const Deadline& deadline) {
        if (documents_.size() <= few_documents) {
            enter_everything();
            look_up_all();
            return best_.sorted();
        }
        // One term has nothing to be compared with but its own blocks.
        const std::uint32_t size = cursors_.size() == 1 ? documents_.limit() : window_size;
        while ((begin_ = documents_.next(end_)) < documents_.limit() && !deadline.passed()) {
            const std::uint32_t left = documents_.limit() - begin_;
            end_ = begin_ + std::min(best_.is_full() ? size : first_window_size_, left);
            search_window();
        }
        return best_.sorted();
    }

private:
    void search_window() {
        enter_window();
        if (!best_.admits(rest_.back()))
            return;
        const std::size_t essential = first_essential();
        const std::uint64_t here = documents_.count(begin_, end_);
        std::uint64_t postings = 0;
        for (std::size_t i = essential; i < order_.size(); ++i)
            postings += order_[i]->postings();
        if (here * postings_a_look_up < postings)
            look_up_all();
        else if (!best_.is_full())
            read_all();
        else if (essential + 1 == order_.size())
            read_one();
        else
            read_some(essential);
    }

    void enter_window() {
        for (TermCursor* cursor : order_)
            cursor->enter(begin_, end_);
        order_by_bound();
    }

    // One window of all documents, whose blocks nobody asks for.
    void enter_everything() {
        end_ = documents_.limit();
        for (TermCursor* cursor : order_)
            cursor->enter_everything();
        order_by_bound();
    }

    // Orders the terms by their bounds in the window, and sums these up.
    void order_by_bound() {
        std::ranges::sort(order_, {}, &TermCursor::bound);
        for (std::size_t i = 0; i < order_.size(); ++i)
            rest_[i + 1] = rest_[i] + order_[i]->bound();
    }

    // The terms below it do not reach the threshold together.
    std::size_t first_essential() const {
        std::size_t term = 0;
        while (term + 1 < order_.size() && !best_.admits(rest_[term + 1]))
            ++term;
        return term;
    }

    // Adds what the terms below `term` add to the document, and offers it.
    void complete(std::uint32_t document, std::uint32_t units, std::size_t term) {
        while (term > 0) {
            if (!best_.admits(units + rest_[term]))
                return;
            units += order_[--term]->units_of(document);
        }
        best_.offer(document, units);
    }

    void look_up_all() {
        documents_.for_each(
            begin_, end_, [&](std::uint32_t document) { complete(document, 0, order_.size()); });
    }

    bool is_in_window(std::uint32_t document) const {
        return begin_ <= document && document < end_;
    }

    void read_one() {
        const std::size_t others = order_.size() - 1;
        TermCursor& term = *order_[others];
        for (std::size_t b = term.first_block(); b < term.end_block(); ++b) {
            if (!best_.admits(term.block_bound(b) + rest_[others]))
                continue;
            const TermCursor::Block block = term.load(b);
            const std::size_t count = places_above(
                {block.units, block.size}, best_.threshold() - rest_[others], places_.data());
            for (const std::uint16_t i : std::span(places_).first(count))
                if (is_in_window(block.documents[i]) && members_.contain(block.documents[i]))
                    complete(block.documents[i], block.units[i], others);
        }
    }

    void read_all() {
        std::fill_n(sums_.begin(), end_ - begin_, 0U);
        for (TermCursor* term : order_)
            add_up(*term, 0);
        documents_.for_each(begin_, end_, [&](std::uint32_t document) {
            best_.offer(document, sums_[document - begin_]);
        });
    }

    void read_some(std::size_t essential) {
        std::fill_n(sums_.begin(), end_ - begin_, 0U);
        for (std::size_t t = essential; t < order_.size(); ++t)
            add_up(*order_[t], rest_.back() - order_[t]->bound());
        const std::span<const std::uint32_t> sums = std::span(sums_).first(end_ - begin_);
        const std::size_t count =
            places_above(sums, best_.threshold() - rest_[essential], places_.data());
        for (const std::uint16_t place : std::span(places_).first(count))
            if (members_.contain(begin_ + place))
                complete(begin_ + place, sums_[place], essential);
    }

    // Adds a term's units to the window's sums, but for blocks that cannot help with all `others`.
    void add_up(TermCursor& term, std::uint32_t others) {
        for (std::size_t b = term.first_block(); b < term.end_block(); ++b) {
            if (!best_.admits(term.block_bound(b) + others))
                continue;
            const TermCursor::Block block = term.load(b);
            for (std::size_t i = 0; i < block.size; ++i)
                if (const std::uint32_t place = block.documents[i] - begin_; place < end_ - begin_)
                    sums_[place] += block.units[i];
        }
    }

    // Most searches have few terms: these are held where the object lies.
    std::array<std::byte, std::size_t{8} * 1024> room_;
    std::pmr::monotonic_buffer_resource pool_{room_.data(), room_.size()};
    const DocumentSet& documents_;
    Members members_;
    Best best_;
    std::uint32_t first_window_size_;
    std::pmr::vector<TermCursor> cursors_{&pool_};
    std::pmr::vector<TermCursor*> order_{&pool_};  // by bound in the window, ascending
    std::pmr::vector<std::uint32_t> rest_{&pool_}; // the sum of the bounds before each place
    std::uint32_t begin_ = 0;                      // of the window
    std::uint32_t end_ = 0;
    std::array<std::uint32_t, window_size> sums_; // filled where it is used
    std::array<std::uint16_t, window_size>
        places_; // those in the window that may be among the best
};

} // namespace

std::vector<ScoredDocument> search_windows(const ScoredSet& set,
                                           const std::vector<std::size_t>& terms,
                                           double scale,
                                           std::size_t count,
                                           const Deadline& deadline) {
    WindowSearch search(set, terms, scale, count);
    std::vector<ScoredDocument> best;
    best.reserve(count);
    for (const Candidate& candidate : search.run(deadline))
        best.push_back({candidate.document, static_cast<double>(candidate.units) / scale});
    return best;
}

} // namespace praxis::search
