// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/occurrences.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

// The index holds forms and positions, not how far a form reaches. A compound in the text stands
// there twice: as its parts, one behind the other, and joined, at the position of its first part.
// So a form at position p is a joined one just when forms whose letters make it up stand at p,
// p + 1, …; what they are can be read off the dictionary: all ways to cut the form into forms
// that the field has. A joined form that is spelled otherwise (fy2019 of "fiscal year 2019")
// counts as one position.

namespace praxis::search {

namespace {

using Postings = std::vector<index::Posting>;

// A piece of a form that is itself a form of the field: letters [begin, end) in bytes.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    Postings postings;
};

std::vector<std::size_t> letter_borders(std::string_view text) {
    std::vector<std::size_t> borders{0};
    for (std::size_t at = 0; at < text.size();) {
        next_code_point(text, at);
        borders.push_back(at);
    }
    return borders;
}

// The pieces that lie on a way from the form's first letter to its last; without postings.
std::vector<Piece> pieces_of(const FieldReader& reader, std::string_view form) {
    const std::vector<std::size_t> borders = letter_borders(form);
    std::vector<Piece> pieces;
    std::vector<bool> from_first(form.size() + 1, false);
    from_first[0] = true;
    for (std::size_t b = 0; b + 1 < borders.size(); ++b)
        for (std::size_t e = b + 1; from_first[borders[b]] && e < borders.size(); ++e) {
            const std::string_view part = form.substr(borders[b], borders[e] - borders[b]);
            const auto known =
                part.size() < form.size() ? reader.dictionary.find(part) : std::nullopt;
            if (!known || (reader.dictionary.places(*known) & field_place(reader.place)) == 0)
                continue;
            from_first[borders[e]] = true;
            pieces.push_back({borders[b], borders[e], {}});
        }
    std::vector<bool> to_last(form.size() + 1, false);
    to_last[form.size()] = true;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        if (to_last[piece->end])
            to_last[piece->begin] = true;
    std::erase_if(pieces, [&](const Piece& piece) { return !to_last[piece.end]; });
    return to_last[0] ? pieces : std::vector<Piece>();
}

bool stands_at(const Postings& postings, std::uint32_t document, std::uint32_t position) {
    const auto found = std::lower_bound(
        postings.begin(), postings.end(), document, [](const index::Posting& p, std::uint32_t d) {
            return p.document < d;
        });
    return found != postings.end() && found->document == document &&
           std::binary_search(found->positions.begin(), found->positions.end(), position);
}

// Where compounds that begin at a place end, if their joined form is there.
class CompoundEnds {
public:
    CompoundEnds(const FieldReader& reader, std::string_view form)
        : length_(form.size()), pieces_(pieces_of(reader, form)) {
        for (Piece& piece : pieces_)
            piece.postings = reader.text.postings(
                reader.field, form.substr(piece.begin, piece.end - piece.begin));
    }

    // Adds the spans of the form at a place: of each compound there, or of the one position.
    void
    add(std::uint32_t document, std::uint32_t begin, std::vector<Occurrences::At>& places) const {
        std::vector<std::pair<std::size_t, std::uint32_t>> reached{{0, begin}}; // letters, position
        bool compound = false;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const auto [letters, position] = reached[next];
            if (letters == length_) {
                places.push_back({document, {begin, position}});
                compound = true;
                continue;
            }
            for (const Piece& piece : pieces_)
                if (piece.begin == letters && stands_at(piece.postings, document, position))
                    if (const std::pair way{piece.end, position + 1};
                        std::find(reached.begin(), reached.end(), way) == reached.end())
                        reached.push_back(way);
        }
        if (!compound)
            places.push_back({document, {begin, begin + 1}});
    }

private:
    std::size_t length_;
    std::vector<Piece> pieces_;
};

} // namespace

Occurrences::Occurrences(std::vector<At> places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const At& place : places) {
        if (documents_.empty() || documents_.back() != place.document) {
            documents_.push_back(place.document);
            offsets_.push_back(offsets_.back());
        }
        spans_.push_back(place.span);
        ++offsets_.back();
    }
}

std::span<const Span> Occurrences::of(std::uint32_t document) const {
    const auto found = std::lower_bound(documents_.begin(), documents_.end(), document);
    if (found == documents_.end() || *found != document)
        return {};
    const auto at = static_cast<std::size_t>(found - documents_.begin());
    return std::span(spans_).subspan(offsets_[at], offsets_[at + 1] - offsets_[at]);
}

Occurrences read_occurrences(const FieldReader& reader,
                             const FormSet& forms,
                             bool ends,
                             const Deadline& deadline) {
    std::vector<Occurrences::At> places;
    for (const FormAt& at : forms.in(reader.analyzer)) {
        if ((reader.dictionary.places(at.form) & field_place(reader.place)) == 0)
            continue;
        if (deadline.passed())
            break;
        const std::string_view form = reader.dictionary.text(at.form);
        const Postings postings = reader.text.postings(reader.field, form);
        const auto compounds =
            ends ? std::optional<CompoundEnds>(std::in_place, reader, form) : std::nullopt;
        for (const index::Posting& posting : postings)
            for (const std::uint32_t begin : posting.positions)
                if (compounds)
                    compounds->add(posting.document, begin, places);
                else
                    places.push_back({posting.document, {begin, begin + 1}});
    }
    return Occurrences(std::move(places));
}

} // namespace praxis::search
