// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/synonyms/acronyms.h"

#include "analyzers/name_keys.h"
#include "server/search/synonyms/expansion.h"

namespace praxis::search {

OtherNames Acronyms::others(const TypedName& name) const {
    OtherNames others;
    others.why = ", as texts of the library explain; quotes find it alone";
    const auto meaning = meanings_.of_acronym(name.exact);
    if (meaning && meaning->is_settled() &&
        (!meaning->is_also_a_word || is_in_capitals(name.typed)))
        others.names.emplace_back(meaning->long_form);
    for (const index::AcronymMeaning& acronym : meanings_.of_long_form(name.stems)) {
        if (!acronym.is_settled() || acronym.is_also_a_word)
            continue;
        if (analyzers::words_in_key(acronym.acronym_key) == 1)
            others.exact.push_back(
                {std::string(acronym.acronym_key), std::string(acronym.acronym)});
        else
            others.names.emplace_back(acronym.acronym);
    }
    return others;
}

} // namespace praxis::search
