// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/evaluation/lattice.h"

#include <algorithm>
#include <utility>

// A path is followed from all its beginnings at once: at each node stands the set of spans
// (beginning of the match, end so far), and an edge extends those whose end is where one of its
// words begins.
//
// A window is cut into items at the nodes that no edge jumps over: each item is a word, or the
// readings of a compound. Equal items must stand at different places; so a window is full when
// for each different item there are as many places as it was typed times.

namespace praxis::search {

namespace {

void sort_spans(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

// Extends each of `reached` by the words that begin where it ends.
void extend(const std::vector<Span>& reached,
            std::span<const Span> words,
            std::vector<Span>& extended) {
    for (const Span& path : reached) {
        auto word = std::lower_bound(words.begin(), words.end(), Span{path.end, 0});
        for (; word != words.end() && word->begin == path.end; ++word)
            extended.push_back({path.begin, word->end});
    }
}

// The spans of all paths from node `first` to node `last`.
std::vector<Span>
paths(const Lattice& lattice, const EdgeSpans& spans, std::uint32_t first, std::uint32_t last) {
    std::vector<std::vector<Span>> reached(last - first + 1);
    for (std::size_t e = 0; e < lattice.edges.size(); ++e) {
        const LatticeEdge& edge = lattice.edges[e];
        if (edge.from < first || edge.to > last)
            continue;
        std::vector<Span>& extended = reached[edge.to - first];
        if (edge.from == first)
            extended.insert(extended.end(), spans[e].begin(), spans[e].end());
        else {
            sort_spans(reached[edge.from - first]);
            extend(reached[edge.from - first], spans[e], extended);
        }
    }
    sort_spans(reached.back());
    return std::move(reached.back());
}

// The nodes that no edge jumps over, from 0 to the last.
std::vector<std::uint32_t> cuts(const Lattice& lattice) {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node <= lattice.last; ++node)
        if (std::none_of(lattice.edges.begin(), lattice.edges.end(), [&](const LatticeEdge& edge) {
                return edge.from < node && node < edge.to;
            }))
            nodes.push_back(node);
    return nodes;
}

struct Item {
    std::vector<std::string> key; // equal items have equal keys
    std::vector<Span> places;
    std::size_t needed = 1;
};

std::vector<std::string> key_of(const Lattice& lattice, std::uint32_t first, std::uint32_t last) {
    std::vector<std::string> key;
    for (const LatticeEdge& edge : lattice.edges)
        if (edge.from >= first && edge.to <= last) {
            key.push_back(std::to_string(edge.from - first) + "-" +
                          std::to_string(edge.to - first));
            key.push_back(edge.word);
        }
    return key;
}

std::vector<Item> items_of(const Lattice& lattice, const EdgeSpans& spans) {
    std::vector<Item> items;
    const std::vector<std::uint32_t> nodes = cuts(lattice);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        std::vector<std::string> key = key_of(lattice, nodes[i - 1], nodes[i]);
        const auto equal = std::find_if(
            items.begin(), items.end(), [&](const Item& item) { return item.key == key; });
        if (equal != items.end())
            ++equal->needed;
        else
            items.push_back({std::move(key), paths(lattice, spans, nodes[i - 1], nodes[i]), 1});
    }
    return items;
}

std::vector<Span>::const_iterator first_place(const Item& item, const Span& window) {
    return std::lower_bound(item.places.begin(), item.places.end(), Span{window.begin, 0});
}

// How many different places the item has inside the window.
std::size_t places_within(const Item& item, const Span& window) {
    std::size_t count = 0;
    std::uint32_t counted = 0;
    auto place = first_place(item, window);
    for (; place != item.places.end() && place->begin < window.end; ++place)
        if (place->end <= window.end && (count == 0 || place->begin != counted)) {
            ++count;
            counted = place->begin;
        }
    return count;
}

std::vector<Span> windows(const std::vector<Item>& items, std::uint32_t width) {
    std::vector<Span> found;
    for (const Item& first : items)
        for (const Span& place : first.places) {
            const Span window{place.begin, place.begin + width};
            if (std::all_of(items.begin(), items.end(), [&](const Item& item) {
                    return places_within(item, window) >= item.needed;
                }))
                found.push_back(window);
        }
    sort_spans(found);
    return found;
}

std::vector<Span> words_in_windows(const std::vector<Item>& items, std::uint32_t width) {
    std::vector<Span> words;
    for (const Span& window : windows(items, width))
        for (const Item& item : items)
            for (auto place = first_place(item, window); place != item.places.end(); ++place) {
                if (place->begin >= window.end)
                    break;
                if (place->end <= window.end)
                    words.push_back(*place);
            }
    sort_spans(words);
    return words;
}

} // namespace

std::vector<Span> match_lattice(const Lattice& lattice, const EdgeSpans& spans) {
    if (lattice.window)
        return windows(items_of(lattice, spans), *lattice.window);
    std::vector<Span> matches = paths(lattice, spans, 0, lattice.last);
    matches.erase(
        std::unique(matches.begin(),
                    matches.end(),
                    [](const Span& left, const Span& right) { return left.begin == right.begin; }),
        matches.end());
    return matches;
}

std::vector<Span> matched_words(const Lattice& lattice, const EdgeSpans& spans) {
    if (lattice.window)
        return words_in_windows(items_of(lattice, spans), *lattice.window);
    return match_lattice(lattice, spans);
}

} // namespace praxis::search
