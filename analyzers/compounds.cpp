// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/compounds.h"

#include "analyzers/letters.h"
#include "analyzers/references.h"
#include "analyzers/years.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace praxis::analyzers {

namespace {

using Chain = std::span<const Atom>;

constexpr std::size_t most_parts = 8;         // of a Joined form
constexpr std::size_t longest_initial = 4;    // beside "&": AT&T, R&D, PG&E
constexpr std::size_t fewest_digits = 7;      // of a number that hyphens part: 555-0123
constexpr std::string_view emergency = "111"; // lengths of the parts of 9-1-1

bool is_ampersand(const Atom& atom) {
    return atom.link == Link::Ampersand && atom.text == "and";
}

// Whether `second` belongs to the compound that `first` stands in.
bool are_linked(const Atom& first, const Atom& second) {
    if (second.link == Link::Slash) // only school and fiscal years: 2019/20
        return year_of(first.text) && year_after_fy(second.text) == *year_of(first.text) + 1;
    if (second.link == Link::Dash)
        return implied_years(first.text, second.text).has_value();
    return second.link != Link::None;
}

std::size_t length_of_chain(Chain atoms) {
    std::size_t length = 1;
    while (length < atoms.size() && are_linked(atoms[length - 1], atoms[length]))
        ++length;
    return length;
}

// The text of a run of parts as one word.
std::string joined_text(Chain parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_ampersand(parts[i]))
            continue;
        if (i > 0 && parts[i].link == Link::Point)
            text += '.';
        text += parts[i].text;
    }
    return text;
}

bool is_number(const Atom& part) {
    return std::none_of(part.text.begin(), part.text.end(), is_letter);
}

// Telephone numbers, dates, versions and 9-1-1, but no pair of years or ages.
bool number_deserves_joining(Chain parts) {
    if (std::all_of(parts.begin(), parts.end(), [](const Atom& part) {
            return year_of(part.text).has_value();
        }))
        return false;
    std::string lengths;
    std::size_t digits = 0;
    bool points = false;
    for (const Atom& part : parts) {
        lengths += std::to_string(part.text.size());
        digits += part.text.size();
        points = points || part.link == Link::Point;
    }
    return points || digits >= fewest_digits || lengths == emergency;
}

bool deserves_joining(Chain parts) {
    if (parts.size() < 2 || parts.size() > most_parts)
        return false;
    if (std::any_of(parts.begin(), parts.end(), is_ampersand))
        return std::all_of(parts.begin(), parts.end(), [](const Atom& part) {
            return part.text.size() <= longest_initial;
        });
    return !std::all_of(parts.begin(), parts.end(), is_number) || number_deserves_joining(parts);
}

class Writer {
public:
    Writer(std::string_view source, const FoldedText& folded, TokenList& tokens)
        : source_(source), folded_(folded), tokens_(tokens) {}

    void write(Chain chain) {
        const std::uint32_t position = tokens_.next_position();
        const TokenKind kind = chain.size() == 1 ? TokenKind::Word : TokenKind::Part;
        const auto range = years_of_range(chain);
        for (std::size_t i = 0; i < chain.size(); ++i) {
            tokens_.add(chain[i].text, extent(chain.subspan(i, 1)), kind);
            if (range && i == 0)
                add_years(*range, chain);
            else if (!range)
                write_beside(chain, i);
        }
        if (const Chain number = leading_number(chain); !number.empty())
            link_to_words_before(source_,
                                 {joined_text(number),
                                  number.front().text,
                                  extent(number),
                                  position,
                                  static_cast<std::uint32_t>(number.size())},
                                 tokens_);
    }

private:
    Extent extent(Chain parts) const {
        return {folded_.source_begin(parts.front().begin),
                folded_.source_end(parts.back().end - 1)};
    }

    static std::optional<std::vector<int>> years_of_range(Chain chain) {
        return chain.size() == 2 ? implied_years(chain[0].text, chain[1].text) : std::nullopt;
    }

    // 508 of "508-compliant", 552(b)(4) and 117-58 whole.
    static Chain leading_number(Chain chain) {
        if (!is_digit(chain.front().text.front()))
            return {};
        const auto end = std::find_if(chain.begin(), chain.end(), [](const Atom& part) {
            return !is_digit(part.text.front()) && part.text.size() > 2;
        });
        return chain.first(static_cast<std::size_t>(end - chain.begin()));
    }

    // What stands beside part `i`, which has just been added.
    void write_beside(Chain chain, std::size_t i) {
        if (i == 0 && is_fiscal_pair(chain)) {
            write_fiscal_pair(chain);
            return;
        }
        if (i == 0 && deserves_joining(chain))
            add_joined(joined_text(chain), chain);
        const Chain run = inner_word_at(chain, i);
        if (run.size() < chain.size() && deserves_joining(run))
            add_joined(joined_text(run), run);
        if (const auto year = fiscal_year_of(chain[i].text)) // "fy2019" holds the year 2019
            add_years({*year}, chain.subspan(i, 1));
    }

    // FY-19
    static bool is_fiscal_pair(Chain chain) {
        return chain.size() == 2 && chain[0].text == "fy" && year_after_fy(chain[1].text);
    }

    void write_fiscal_pair(Chain chain) {
        const int year = *year_after_fy(chain[1].text);
        add_joined("fy" + std::to_string(year), chain);
        if (!year_of(chain[1].text))
            add_years({year}, chain);
    }

    // A part of a compound may be one for itself: data.gov of "data.gov-based", COVID-19 of
    // "post-COVID-19", e-mail of "e-mail-based". Empty where no such run begins.
    static Chain inner_word_at(Chain chain, std::size_t begin) {
        const Chain rest = chain.subspan(begin);
        if (rest.size() < 2 || (begin > 0 && rest[0].link == Link::Tight))
            return {};
        if (rest[1].link == Link::Tight)
            return run_of(rest, [](const Atom& part) { return part.link == Link::Tight; });
        const bool behind_number = begin > 0 && is_number(chain[begin - 1]);
        if (rest[1].link != Link::Hyphen || behind_number || !all_letters(rest[0].text))
            return {};
        if (is_number(rest[1]))
            return run_of(rest, is_number);
        const bool initial = begin == 0 && rest[0].text.size() == 1 && rest[1].text.size() > 2;
        return initial ? rest.first(2) : Chain{};
    }

    // The first part and those behind it that belong.
    template <typename Predicate>
    static Chain run_of(Chain parts, Predicate&& belongs) {
        const auto end = std::find_if_not(parts.begin() + 1, parts.end(), belongs);
        return parts.first(static_cast<std::size_t>(end - parts.begin()));
    }

    void add_joined(const std::string& text, Chain parts) {
        tokens_.add_beside(tokens_.next_position() - 1,
                           text,
                           extent(parts),
                           TokenKind::Joined,
                           static_cast<std::uint32_t>(parts.size()));
    }

    void add_years(const std::vector<int>& years, Chain parts) {
        for (const int year : years)
            tokens_.add_beside(tokens_.next_position() - 1,
                               std::to_string(year),
                               extent(parts),
                               TokenKind::YearInRange);
    }

    std::string_view source_;
    const FoldedText& folded_;
    TokenList& tokens_;
};

} // namespace

void append_tokens(std::string_view source,
                   const FoldedText& folded,
                   std::vector<Atom>& atoms,
                   TokenList& tokens) {
    for (Atom& atom : atoms)
        if (const auto year = fiscal_year_of(atom.text))
            atom.text = "fy" + std::to_string(*year);
    Writer writer(source, folded, tokens);
    for (Chain rest(atoms); !rest.empty();) {
        const std::size_t length = length_of_chain(rest);
        writer.write(rest.first(length));
        rest = rest.subspan(length);
    }
}

} // namespace praxis::analyzers
