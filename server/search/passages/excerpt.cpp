// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/passages/excerpt.h"

#include "base/utf8.h"
#include "server/search/query/query_characters.h"

#include <algorithm>
#include <string>

namespace praxis::search {

namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::size_t text_budget = max_excerpt_code_points - 4; // room for "… " and " …"
constexpr double shown_before = 0.2;
constexpr double further_mark = 0.01;

bool blank_at(std::string_view text, std::size_t at) {
    return text[at] == ' ' || text[at] == '\n';
}

// The code points of a text by number: what lies where.
class Points {
public:
    explicit Points(std::string_view text) : text_(text) {
        offsets_.reserve(text.size() + 1);
        for (std::size_t at = 0; at < text.size();) {
            offsets_.push_back(at);
            next_code_point(text, at);
        }
        offsets_.push_back(text.size());
    }

    std::size_t size() const { return offsets_.size() - 1; }

    std::size_t offset(std::size_t point) const { return offsets_[point]; }

    std::size_t at_offset(std::size_t offset) const {
        return static_cast<std::size_t>(std::lower_bound(offsets_.begin(), offsets_.end(), offset) -
                                        offsets_.begin());
    }

    char32_t operator[](std::size_t point) const {
        std::size_t at = offsets_[point];
        return next_code_point(text_, at);
    }

    bool blank(std::size_t point) const { return is_blank((*this)[point]); }

    // Whether a sentence or paragraph begins here.
    bool begins_sentence(std::size_t point) const {
        if (point == 0)
            return true;
        if (blank(point) || !blank(point - 1))
            return false;
        std::size_t before = point - 1;
        for (; before > 0 && blank(before); --before)
            if ((*this)[before] == '\n')
                return true;
        const char32_t last = (*this)[before];
        return last == '.' || last == '!' || last == '?' || last == '\n';
    }

private:
    std::string_view text_;
    std::vector<std::size_t> offsets_;
};

// The last beginning of a sentence in [lowest, highest], else the first one behind it up to
// `limit`, if there is one.
std::optional<std::size_t>
sentence_near(const Points& points, std::size_t lowest, std::size_t highest, std::size_t limit) {
    for (std::size_t point = highest + 1; point-- > lowest;)
        if (points.begins_sentence(point))
            return point;
    for (std::size_t point = highest + 1; point <= limit; ++point)
        if (points.begins_sentence(point))
            return point;
    return std::nullopt;
}

// The first beginning of a word from `point` on, not behind `limit`; `limit` where words are not
// separated by blanks.
std::size_t word_from(const Points& points, std::size_t point, std::size_t limit) {
    if (point == 0)
        return 0;
    for (; point < limit; ++point)
        if (!points.blank(point) && points.blank(point - 1))
            return point;
    return limit;
}

// The last end of a word up to `point`, not before `limit`; `point` if there is none.
std::size_t word_until(const Points& points, std::size_t point, std::size_t limit) {
    for (std::size_t end = point; end > limit; --end)
        if (!points.blank(end - 1) && (end == points.size() || points.blank(end)))
            return end;
    return points.blank(limit) ? limit : point;
}

// Where a piece begins that has `room` for what stands around [begin, end).
std::size_t
begin_around(const Points& points, std::size_t begin, std::size_t end, std::size_t room) {
    const std::size_t behind = std::min(room, points.size() - end);
    const auto back = [&](std::size_t count) {
        return begin - std::min(begin, count);
    };
    const std::size_t least = room - behind; // else the piece would be shorter than it may be
    const std::size_t most = std::max(room * 2 / 3, least);
    if (const auto sentence = sentence_near(points, back(most), back(least), begin))
        return *sentence;
    return word_from(points, back(std::max(room / 2, least)), begin);
}

// Marks of the current stretch, leaf by leaf.
class Stretch {
public:
    Stretch(const std::vector<double>& weights, const std::vector<bool>& shown)
        : weights_(weights), shown_(shown), counts_(weights.size(), 0) {}

    void enter(const Mark& mark) {
        if (counts_[mark.leaf]++ == 0)
            gain_ += worth(mark.leaf);
        else
            gain_ += further_mark;
    }

    void leave(const Mark& mark) {
        if (--counts_[mark.leaf] == 0)
            gain_ -= worth(mark.leaf);
        else
            gain_ -= further_mark;
    }

    double gain() const { return gain_; }

private:
    double worth(std::size_t leaf) const {
        return (weights_[leaf] + further_mark) * (shown_[leaf] ? shown_before : 1.0);
    }

    const std::vector<double>& weights_;
    const std::vector<bool>& shown_;
    std::vector<std::size_t> counts_;
    double gain_ = 0;
};

} // namespace

std::optional<Excerpt> best_excerpt(std::string_view text,
                                    const std::vector<Mark>& marks,
                                    const std::vector<double>& weights,
                                    const std::vector<bool>& shown) {
    if (marks.empty())
        return std::nullopt;
    const Points points(text);
    std::optional<Excerpt> best;
    Stretch stretch(weights, shown);
    std::size_t next = 0;
    for (std::size_t first = 0; first < marks.size(); ++first) {
        const std::size_t limit = points.at_offset(marks[first].begin) + text_budget;
        for (; next < marks.size() && (next == first || points.at_offset(marks[next].end) <= limit);
             ++next)
            stretch.enter(marks[next]);
        if (!best || stretch.gain() > best->gain + 1e-9)
            best = Excerpt{marks[first].begin,
                           std::max(marks[first].end, marks[next - 1].end),
                           stretch.gain()};
        stretch.leave(marks[first]);
    }
    return best;
}

Cut cut_around(std::string_view text, std::size_t begin, std::size_t end) {
    const Points points(text);
    if (points.size() <= max_excerpt_code_points)
        return {0, text.size()};
    const std::size_t first = points.at_offset(begin);
    const std::size_t last = std::min(points.at_offset(end), first + text_budget);
    const std::size_t from = begin_around(points, first, last, text_budget - (last - first));
    const std::size_t to = std::min(from + text_budget, points.size());
    return {points.offset(from), points.offset(word_until(points, to, last))};
}

void keep_apart(std::string_view text, Cut& cut, const Cut& other) {
    if (cut.begin < other.begin)
        cut.end = std::min(cut.end, other.begin);
    else
        cut.begin = std::max(cut.begin, other.end);
    while (cut.begin < cut.end && blank_at(text, cut.begin))
        ++cut.begin;
    while (cut.begin < cut.end && blank_at(text, cut.end - 1))
        --cut.end;
}

std::vector<TextPart>
excerpt_parts(std::string_view text, const Cut& cut, const std::vector<Mark>& marks, bool goes_on) {
    const std::string_view shown = text.substr(cut.begin, cut.end - cut.begin);
    std::vector<Mark> inside;
    for (const Mark& mark : marks)
        if (mark.begin >= cut.begin && mark.begin < cut.end)
            inside.push_back({mark.begin - cut.begin, mark.end - cut.begin, mark.leaf});
    std::vector<TextPart> parts = marked_parts(shown, inside);
    if (cut.begin > 0 && !parts.empty()) {
        if (parts.front().mark)
            parts.insert(parts.begin(), TextPart{});
        parts.front().text.insert(0, std::string(ellipsis) + " ");
    }
    if ((goes_on || cut.end < text.size()) && !parts.empty()) {
        if (parts.back().mark)
            parts.emplace_back();
        parts.back().text += " " + std::string(ellipsis);
    }
    return parts;
}

} // namespace praxis::search
