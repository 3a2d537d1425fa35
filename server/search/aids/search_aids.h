// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/search/aids/made_once.h"
#include "server/search/columns/dictionary.h"
#include "server/search/spelling/speller.h"
#include "server/search/suggestion/suggestion_index.h"
#include "server/search/synonyms/synonyms.h"

#include <vector>

namespace praxis::search {

class Snapshot;

// What a generation offers beside answers, made of its image when it is first asked for.
//
// Opening a generation takes milliseconds whatever its size, and these take longer: so the
// searcher makes them on a thread of its own (`make_all`), and only a request that needs one
// before that waits for it.
//
// Threads:  Thread-safe
// Lifetime: the snapshot must outlive it.
class SearchAids {
public:
    explicit SearchAids(const Snapshot& snapshot) : snapshot_(snapshot) {}

    const Speller& speller() const;
    const SuggestionIndex& suggestions() const;

    // What to show for a word of a vector (related/commonest_forms.h), by the base.
    const std::vector<Form>& commonest_forms() const;

    // What the names of the library's authority file stand for.
    const Synonyms& library_names() const;

    void make_all() const;

private:
    const Snapshot& snapshot_;
    MadeOnce<Speller> speller_;
    MadeOnce<SuggestionIndex> suggestions_;
    MadeOnce<std::vector<Form>> commonest_forms_;
    MadeOnce<Synonyms> library_names_;
};

} // namespace praxis::search
