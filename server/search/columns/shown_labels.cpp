// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/columns/shown_labels.h"

namespace praxis::search {

bool ShownLabels::contain(std::string_view form) const {
    return made_.value([this] { return forms(); }).contains(std::string(form));
}

ShownLabels::Forms ShownLabels::forms() const {
    Forms forms;
    for (const FacetValues& facet : facets_) {
        if (facet.facet().shape == schemas::FacetShape::Range ||
            library_.field(facet.facet().name) != nullptr)
            continue;
        for (Ordinal ordinal = 0; ordinal < facet.size(); ++ordinal)
            if (facet.total(ordinal) > 0)
                for (analyzers::Token& token : analyzers_.analyze(facet.label(ordinal)))
                    if (token.kind != analyzers::TokenKind::YearInRange)
                        forms.insert(std::move(token.text));
    }
    return forms;
}

} // namespace praxis::search
