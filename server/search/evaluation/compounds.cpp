// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/compounds.h"

#include "base/utf8.h"
#include "server/search/sets/set_operations.h"

#include <algorithm>
#include <optional>

// The index holds forms and positions, not how far a form reaches. A compound in the text stands
// there twice: as its parts, one behind the other, and joined, at the position of its first part.
// So a form at position p is a joined one just when forms whose letters make it up stand at p,
// p + 1, …; what they are can be read off the dictionary: all ways to cut the form into forms. A
// joined form that is spelled otherwise (fy2019 of "fiscal year 2019") counts as one position.
//
// Most forms can be cut somehow (to-get-her), and hardly any ever stands for a compound: the image
// names those that may (index/image/joined_forms.h). Of these, which documents have all the pieces
// of a way is worked out first, as sets.

namespace praxis::search {

namespace {

std::vector<std::size_t> letter_borders(std::string_view text) {
    std::vector<std::size_t> borders{0};
    for (std::size_t at = 0; at < text.size();) {
        next_code_point(text, at);
        borders.push_back(at);
    }
    return borders;
}

std::optional<index::PostingList>
list_of(std::string_view form, const TextScope& scope, const Layer& layer) {
    const std::optional<Form> known = layer.dictionary().find(form);
    if (!known)
        return std::nullopt;
    const index::FormLists& lists = layer.image().form_lists()[*known];
    const std::uint32_t list = scope.weighted ? lists.exact : lists.unweighted;
    if (list == index::no_list)
        return std::nullopt;
    return layer.image().lists()[list];
}

} // namespace

Compound::Compound(Form form, const TextScope& scope, const Layer& layer)
    : layer_(layer), length_(layer.dictionary().text(form).size()),
      pieces_(pieces_of(layer.dictionary().text(form), scope)) {}

// The pieces that lie on a way from the form's first letter to its last.
std::vector<Compound::Piece> Compound::pieces_of(std::string_view form,
                                                 const TextScope& scope) const {
    const std::vector<std::size_t> borders = letter_borders(form);
    std::vector<Piece> pieces;
    std::vector<bool> from_first(form.size() + 1, false);
    from_first[0] = true;
    for (std::size_t b = 0; b + 1 < borders.size(); ++b)
        for (std::size_t e = b + 1; from_first[borders[b]] && e < borders.size(); ++e) {
            const std::string_view part = form.substr(borders[b], borders[e] - borders[b]);
            if (part.size() == form.size())
                continue;
            if (const auto list = list_of(part, scope, layer_)) {
                from_first[borders[e]] = true;
                pieces.push_back({borders[b], borders[e], PostingCursor(*list)});
            }
        }
    std::vector<bool> to_last(form.size() + 1, false);
    to_last[form.size()] = true;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        if (to_last[piece->end])
            to_last[piece->begin] = true;
    std::erase_if(pieces, [&](const Piece& piece) { return !to_last[piece.end]; });
    return to_last[0] ? std::move(pieces) : std::vector<Piece>();
}

DocumentSet Compound::documents() const {
    const std::uint32_t limit = layer_.document_count();
    std::vector<DocumentSet> reached(length_ + 1, DocumentSet::none(limit));
    reached[0] = DocumentSet::all(limit);
    for (const Piece& piece : pieces_)
        if (!reached[piece.begin].empty())
            reached[piece.end] =
                union_of({reached[piece.end],
                          intersection(reached[piece.begin],
                                       DocumentSet::of_list(piece.cursor.list(), limit))},
                         limit);
    return reached.back();
}

bool Compound::stands_at(Piece& piece, std::uint32_t document, std::uint32_t position) {
    if (!piece.cursor.seek(document))
        return false;
    const index::Positions positions = piece.cursor.positions();
    std::size_t low = 0;
    for (std::size_t high = positions.size(); low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (positions[middle] < position)
            low = middle + 1;
        else
            high = middle;
    }
    return low < positions.size() && positions[low] == position;
}

void Compound::add_spans(std::uint32_t document, std::uint32_t begin, std::vector<Span>& spans) {
    reached_.assign(1, {0, begin});
    bool compound = false;
    for (std::size_t next = 0; next < reached_.size(); ++next) {
        const auto [letters, position] = reached_[next];
        if (letters == length_) {
            spans.push_back({begin, position});
            compound = true;
            continue;
        }
        for (Piece& piece : pieces_)
            if (piece.begin == letters && stands_at(piece, document, position))
                if (const std::pair way{piece.end, position + 1};
                    std::find(reached_.begin(), reached_.end(), way) == reached_.end())
                    reached_.push_back(way);
    }
    if (!compound)
        spans.push_back({begin, begin + 1});
}

} // namespace praxis::search
