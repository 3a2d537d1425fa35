// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/acronym_section.h"

#include "analyzers/long_forms.h"
#include "analyzers/name_keys.h"
#include "index/image/acronym_table.h"
#include "index/image/string_table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace praxis::index {

namespace {

constexpr std::size_t most_letters = 8; // as many as a number of 64 bits holds

// The letters of a word in one number; their case tells words in capitals from others.
struct LetterWord {
    std::uint64_t letters = 0;
    std::size_t size = 0;
    std::size_t capitals = 0;

    void add(char letter) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        if (size < most_letters)
            letters =
                (letters << 8U) | static_cast<unsigned char>(is_capital ? letter + 32 : letter);
        capitals += is_capital ? 1 : 0;
        ++size;
    }
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The word of the letters, if it is nothing but letters and few.
std::optional<std::uint64_t> letters_of(std::string_view word) {
    LetterWord letters;
    for (const char c : word) {
        if (!is_letter(c))
            return std::nullopt;
        letters.add(c);
    }
    return letters.size <= most_letters ? std::optional(letters.letters) : std::nullopt;
}

const std::string& commonest(const std::map<std::string, std::uint32_t, std::less<>>& spellings) {
    return std::ranges::max_element(
               spellings,
               [](const auto& left, const auto& right) { return left.second < right.second; })
        ->first;
}

} // namespace

void AcronymSection::add(const schemas::Publication& publication) {
    if (publication.title_origin == schemas::TitleOrigin::Source)
        add_text(publication.title);
    add_text(publication.summary);
    for (const schemas::Passage& passage : publication.passages) {
        add_text(passage.heading);
        add_text(passage.text);
    }
}

void AcronymSection::add_text(std::string_view text) {
    count_words(text);
    for (const analyzers::LongForm& found : analyzers::find_long_forms(text)) {
        std::string acronym = analyzers::exact_key(found.acronym, analyzers_);
        std::string long_form = analyzers::stem_key(found.long_form, analyzers_);
        if (acronym.empty() || long_form.empty())
            continue;
        Pair& pair = pairs_[{std::move(acronym), std::move(long_form)}];
        ++pair.explained;
        ++pair.acronyms[std::string(found.acronym)];
        ++pair.long_forms[std::string(found.long_form)];
    }
}

void AcronymSection::count_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        LetterWord word;
        for (; at < text.size() && is_letter(text[at]); ++at)
            word.add(text[at]);
        ++at;
        if (word.size < 2 || word.size > most_letters)
            continue;
        Writing& writing = writings_[word.letters];
        ++(word.capitals > 1 ? writing.in_capitals : writing.otherwise);
    }
}

void AcronymSection::write(SectionWriter& file, std::uint32_t first_section) const {
    StringTableWriter texts;
    std::vector<AcronymCounts> counts;
    std::vector<std::string_view> long_forms;
    for (const auto& [keys, pair] : pairs_) {
        const auto& [acronym, long_form] = keys;
        texts.add(acronym);
        texts.add(long_form);
        texts.add(commonest(pair.acronyms));
        texts.add(commonest(pair.long_forms));
        AcronymCounts& count = counts.emplace_back();
        count.explained = pair.explained;
        if (const auto letters = letters_of(acronym))
            if (const auto writing = writings_.find(*letters); writing != writings_.end()) {
                count.in_capitals = writing->second.in_capitals;
                count.otherwise = writing->second.otherwise;
            }
        long_forms.push_back(long_form);
    }
    std::vector<std::uint32_t> order(counts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t pair) { return long_forms[pair]; });
    for (std::size_t place = 0; place < order.size(); ++place)
        counts[place].by_long_form = order[place];
    texts.write(file, first_section);
    file.section(first_section + 2, counts);
}

} // namespace praxis::index
